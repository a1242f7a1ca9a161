export async function startTable() {}
