using Gan.Onnx;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Transforms.Onnx;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>
/// One generator file behind each way to run it, all with the same number of threads and the same latent vectors, which are in memory.
/// </summary>
internal sealed class ServingVariants : IDisposable
{
    private const int BatchRows = 256;

    private readonly GeneratorTransformer _ours;
    private readonly OnnxTransformer _stock;
    private readonly IDataView _latents;
    private readonly LatentSource _source;
    private readonly float[] _latent;
    private readonly PredictionEngine<LatentRow, SampleRow> _oursEngine;
    private readonly PredictionEngine<LatentRow, SampleRow> _stockEngine;
    private readonly LatentRow[] _rows;
    private readonly SampleRow _prediction = new();
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = new();
    private readonly OrtValue _allLatents;
    private readonly OrtValue _allSamples;
    private readonly (OrtValue Latents, OrtValue Samples)[] _batches;
    private readonly float[] _latentValues;
    private readonly float[] _samples;
    private readonly int _threads;
    private VBuffer<float> _sample;

    /// <param name="path">The generator's file.</param>
    /// <param name="latentSize">The length of a latent vector.</param>
    /// <param name="sampleShape">The shape of a sample.</param>
    /// <param name="rowCount">The number of latent vectors, a multiple of 256.</param>
    /// <param name="threads">Threads of ONNX Runtime; 0 for its default.</param>
    public ServingVariants(string path, int latentSize, int[] sampleShape, int rowCount, int threads)
    {
        _threads = threads;
        var mlContext = ScoringThreads.Context(threads);
        _latents = mlContext.Data.Cache(mlContext.Gan().Latents(rowCount, latentSize));
        _source = new LatentSource(seed: 0, latentSize, LatentPrior.Normal);
        _latent = new float[latentSize];
        _ours = mlContext.Gan().LoadGenerator(path);
        _stock = mlContext.Transforms.ApplyOnnxModel("Sample", "Latent", path).Fit(_latents);
        _oursEngine = Engine(mlContext, _ours, latentSize);
        _stockEngine = Engine(mlContext, _stock, latentSize);
        _rows = [.. _latents.GetColumn<float[]>("Latent").Select(latent => new LatentRow { Latent = latent })];

        using var options = new SessionOptions { IntraOpNumThreads = threads };
        _session = new InferenceSession(path, options);
        _latentValues = [.. _rows.SelectMany(row => row.Latent)];
        var size = sampleShape.Aggregate((product, next) => product * next);
        _samples = new float[rowCount * size];
        _allLatents = Tensor(_latentValues, 0, rowCount, [latentSize]);
        _allSamples = Tensor(_samples, 0, rowCount, sampleShape);
        _batches =
        [
            .. Enumerable.Range(0, rowCount / BatchRows)
                .Select(batch => (Tensor(_latentValues, batch, BatchRows, [latentSize]), Tensor(_samples, 0, BatchRows, sampleShape))),
        ];
    }

    public void ReadOurs() => Read(_ours);

    /// <summary>Makes all samples from memory to memory.</summary>
    public void Generate() => _ours.Generate(_latentValues, _samples);

    /// <summary>Reads samples whose latent vectors are drawn as they are read.</summary>
    public void ReadDrawn()
    {
        using var cursor = ScoringThreads.Cursor(_ours.Sample(_rows.Length), _threads, "Sample");
        Read(cursor, _rows.Length);
    }

    /// <summary>Draws the latent vectors and does nothing with them.</summary>
    public void Draw()
    {
        for (var row = 0; row < _rows.Length; row++) _source.Fill(row, _latent);
    }

    public void ReadStock() => Read(_stock);

    public long BytesPerRowOfOurs() => BytesPerRow(_ours);

    public long BytesPerRowOfStock() => BytesPerRow(_stock);

    public void RunOneBatch() => Run(_allLatents, _allSamples);

    public void RunBatches()
    {
        foreach (var (latents, samples) in _batches) Run(latents, samples);
    }

    public void PredictOurs(int count) => Predict(_oursEngine, count);

    public void PredictStock(int count) => Predict(_stockEngine, count);

    public void Dispose()
    {
        foreach (var (latents, samples) in _batches.Append((_allLatents, _allSamples)))
        {
            latents.Dispose();
            samples.Dispose();
        }
        _session.Dispose();
        _runOptions.Dispose();
        _oursEngine.Dispose();
        _stockEngine.Dispose();
        _ours.Dispose();
        _stock.Dispose();
    }

    private static PredictionEngine<LatentRow, SampleRow> Engine(MLContext mlContext, ITransformer transformer, int latentSize)
    {
        var schema = SchemaDefinition.Create(typeof(LatentRow));
        schema[nameof(LatentRow.Latent)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, latentSize);
        return mlContext.Model.CreatePredictionEngine<LatentRow, SampleRow>(transformer, inputSchemaDefinition: schema);
    }

    private static OrtValue Tensor(float[] values, int batch, int rows, int[] rowShape)
    {
        var size = rows * rowShape.Aggregate((product, next) => product * next);
        return OrtValue.CreateTensorValueFromMemory(
            OrtMemoryInfo.DefaultInstance, values.AsMemory(batch * size, size), [rows, .. rowShape.Select(length => (long)length)]);
    }

    private void Read(ITransformer transformer)
    {
        using var cursor = Cursor(transformer, _threads);
        Read(cursor, _rows.Length);
    }

    /// <summary>The bytes allocated for each row of the second half, when everything that serves all rows is there.</summary>
    private long BytesPerRow(ITransformer transformer)
    {
        using var cursor = Cursor(transformer, threads: 1);
        var half = _rows.Length / 2;
        Read(cursor, half);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Read(cursor, half);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / half;
    }

    /// <summary>A cursor over the samples.</summary>
    private DataViewRowCursor Cursor(ITransformer transformer, int threads) =>
        ScoringThreads.Cursor(transformer.Transform(_latents), threads, "Sample");

    private void Read(DataViewRowCursor cursor, int rows)
    {
        var getter = cursor.GetGetter<VBuffer<float>>(cursor.Schema["Sample"]);
        for (var row = 0; row < rows && cursor.MoveNext(); row++) getter(ref _sample);
    }

    private void Run(OrtValue latents, OrtValue samples) => _session.Run(_runOptions, ["Latent"], [latents], ["Sample"], [samples]);

    private void Predict(PredictionEngine<LatentRow, SampleRow> engine, int count)
    {
        var prediction = _prediction;
        for (var i = 0; i < count; i++) engine.Predict(_rows[i % _rows.Length], ref prediction);
    }

    private sealed class LatentRow
    {
        public float[] Latent { get; init; } = [];
    }

    private sealed class SampleRow
    {
        public float[] Sample { get; set; } = [];
    }
}
