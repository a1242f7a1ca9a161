using Gan.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>A table's file in ONNX Runtime alone: columns come out, and no cell of them is read.</summary>
internal sealed class RawTable : IDisposable
{
    private const int BatchRows = 2_048;

    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly string[] _outputs;
    private readonly Dictionary<string, OrtValue> _inputs;

    public RawTable(string path, GanManifest manifest, int threads)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads };
        _session = new InferenceSession(path, options);
        _outputs = [.. manifest.Columns.Select(column => column.Tensor)];
        var source = new LatentSource(seed: 0, manifest.LatentSize, manifest.Prior);
        var latents = new float[BatchRows * manifest.LatentSize];
        for (var row = 0; row < BatchRows; row++) source.Fill(row, latents.AsSpan(row * manifest.LatentSize, manifest.LatentSize));
        var columns = manifest.Columns.Count(column => column.Given is not null);
        long[] given = [.. Enumerable.Repeat(TabularColumn.NotGiven, BatchRows * columns)];
        _inputs = new()
        {
            ["Latent"] = OrtValue.CreateTensorValueFromMemory(latents, [BatchRows, manifest.LatentSize]),
            ["Given"] = OrtValue.CreateTensorValueFromMemory(given, [BatchRows, columns]),
        };
    }

    /// <summary>Makes at least so many rows, in batches of 2,048.</summary>
    public void Run(int rows)
    {
        for (var made = 0; made < rows; made += BatchRows)
        {
            using var outputs = _session.Run(_run, _inputs, _outputs);
        }
    }

    public void Dispose()
    {
        foreach (var input in _inputs.Values) input.Dispose();
        _run.Dispose();
        _session.Dispose();
    }
}
