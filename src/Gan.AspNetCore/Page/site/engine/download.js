/** The bytes behind an address, told of as they come. The total is 0 where the server does not say it. */
export async function download(url, onProgress) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${new URL(url).pathname} must be there, but the server answered ${response.status}.`);
  const isEncoded = response.headers.has('content-encoding');
  const total = isEncoded ? 0 : Number(response.headers.get('content-length') ?? 0);
  const chunks = [];
  let loaded = 0;
  for (let reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    onProgress(loaded += value.length, total);
  }
  onProgress(loaded, loaded);
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
