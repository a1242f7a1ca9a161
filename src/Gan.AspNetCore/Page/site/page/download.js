/** Hands the reader a file. */
export function save(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const saveText = (name, type, text) => save(name, new Blob([text], { type }));

export const savePicture = (name, canvas) => canvas.toBlob(blob => save(name, blob), 'image/png');
