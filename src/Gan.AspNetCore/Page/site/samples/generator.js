// The generator of samples: latent rows and classes in, numbers out.

/** generate(latents, count, labels): the samples of rows; labels are keys from 1, one a row, where there are classes. */
export function generatorOf({ latentSize, classNames = [] }, session) {
  return async (latents, count, labels) => {
    const feeds = { Latent: { type: 'float32', data: latents, dims: [count, latentSize] } };
    if (classNames.length > 0) feeds.Label = { type: 'uint32', data: labels, dims: [count, 1] };
    const { Sample } = await session.run(feeds);
    return Sample.data;
  };
}
