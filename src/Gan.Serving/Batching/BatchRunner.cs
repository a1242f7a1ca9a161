using System.Numerics;
using Gan.Onnx;

namespace Gan.Serving;

/// <summary>Makes rows of several requests in one run of their generator.</summary>
/// <remarks>What a run needs is kept for the next, which mostly needs the same. One thread at a time may use a runner.</remarks>
internal sealed class BatchRunner : IDisposable
{
    private object? _generator;
    private JoinedRow? _row;
    private ScoringBatch? _batch;

    /// <param name="parts">Of requests to one generator.</param>
    public void Run(IReadOnlyList<RequestPart> parts)
    {
        var batch = Prepare(parts);
        batch.Clear();
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Rows; i++)
            {
                _row!.MoveNext(part.Request);
                batch.Add();
            }
        }
        var slot = 0;
        foreach (var part in parts)
        {
            part.Request.Collect(batch, slot, part.Rows);
            slot += part.Rows;
        }
    }

    /// <summary>Makes all rows of one request.</summary>
    public void RunAlone(SamplingRequest request)
    {
        while (request.Missing > 0) Run([new(request, Math.Min(request.Missing, request.Sampling.MostRowsTogether))]);
    }

    public void Dispose()
    {
        _batch?.Dispose();
        _batch = null;
        _generator = null;
    }

    private ScoringBatch Prepare(IReadOnlyList<RequestPart> parts)
    {
        var first = parts[0].Request;
        var rows = parts.Sum(part => part.Rows);
        var isOfGenerator = ReferenceEquals(_generator, first.Sampling.Generator);
        if (isOfGenerator && _batch is not null && _batch.Capacity >= rows) return _batch;
        Dispose();
        _row = new JoinedRow(first.InputColumns, first.Sampling.Given.Length);
        var scorer = first.Sampling.Scorer;
        var mapper = new OnnxScorerMapper(scorer, _row.Schema);
        _batch = new ScoringBatch(mapper, _row, mapper.Active(mapper.OutputSchema), (int)BitOperations.RoundUpToPowerOf2((uint)rows));
        _generator = first.Sampling.Generator;
        return _batch;
    }
}
