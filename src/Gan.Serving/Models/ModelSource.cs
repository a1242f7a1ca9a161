using Gan.Onnx;

namespace Gan.Serving;

/// <summary>Where a model's bytes come from.</summary>
internal abstract class ModelSource
{
    // addresses may change while a service runs, so connections do not live for ever
    private static readonly Lazy<HttpClient> OwnClient =
        new(() => new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }));

    /// <summary>The source that valid options name.</summary>
    public static ModelSource Create(ServingOptions options) => options switch
    {
        { OpenModel: { } open } => new StreamSource(open),
        { ModelUri: { IsFile: false } uri } => new WebSource(uri, options.HttpClient),
        { ModelUri: { } uri } => new FileSource(uri.LocalPath),
        _ => new FileSource(options.ModelPath!),
    };

    /// <summary>What tells a changed model from the one before; null where that can't be told.</summary>
    public virtual object? Stamp() => null;

    public abstract Task<byte[]> ReadAsync(CancellationToken cancellationToken);

    private sealed class FileSource(string path) : ModelSource
    {
        public override object? Stamp()
        {
            try
            {
                // of what a link leads to: a volume of Kubernetes changes its files by links
                var file = new FileInfo(path);
                file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
                return file.Exists ? (file.FullName, file.Length, file.LastWriteTimeUtc) : null;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return null;                    // it is being replaced, or its volume is away: the next look tells
            }
        }

        public override Task<byte[]> ReadAsync(CancellationToken cancellationToken) =>
            Task.Run(() => ModelFile.Read(path), cancellationToken);

        public override string ToString() => path;
    }

    private sealed class StreamSource(Func<CancellationToken, Task<Stream>> open) : ModelSource
    {
        public override async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
        {
            await using var stream = await open(cancellationToken).ConfigureAwait(false);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
            return copy.ToArray();
        }

        public override string ToString() => "a stream";
    }

    private sealed class WebSource(Uri uri, HttpClient? client) : ModelSource
    {
        public override Task<byte[]> ReadAsync(CancellationToken cancellationToken) =>
            (client ?? OwnClient.Value).GetByteArrayAsync(uri, cancellationToken);

        public override string ToString() => uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
    }
}
