using Gan.Onnx;

namespace Gan.AspNetCore;

/// <summary>The model in service, open for one request, even if another takes its place meanwhile.</summary>
/// <param name="lease">What keeps it open.</param>
/// <param name="onnx">The model.</param>
internal abstract class OpenModel(IDisposable lease, OnnxModel onnx) : IDisposable
{
    public OnnxModel Onnx => onnx;

    public ModelFacts Facts { get; } = ModelFacts.Of(onnx);

    /// <value>What its rows look like.</value>
    public abstract RowShape Rows { get; }

    /// <summary>What is wrong with a request for rows of this model, beside its number of rows.</summary>
    public abstract void Check(SampleRequest request, RequestProblems problems);

    /// <summary>Makes rows: few at once, together with those of other requests, or many as they are read.</summary>
    public abstract Task<RowReader> SampleAsync(SampleRequest request, CancellationToken cancellationToken);

    public void Dispose() => lease.Dispose();
}
