using Gan.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Serving;

/// <summary>A request on its way: the rows that are still to be made, and the cells that were.</summary>
/// <remarks>Its rows may be made in several runs, and a run may make rows of several requests. One run at a time reads it.</remarks>
internal sealed class SamplingRequest : IDisposable
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _cancellation;
    private readonly IDisposable? _lease;
    private readonly DataViewRowCursor _cursor;
    private int _collected;

    /// <param name="sampling">What is asked for.</param>
    /// <param name="lease">What keeps the generator open; it goes with the request. Null for nothing.</param>
    /// <param name="cancellationToken">Who asked no longer waits.</param>
    public SamplingRequest(Sampling sampling, IDisposable? lease, CancellationToken cancellationToken)
    {
        Sampling = sampling;
        _lease = lease;
        InputColumns = [.. sampling.InputNames.Select(name => sampling.Inputs.Schema[name])];
        _cursor = sampling.Inputs.GetRowCursor(InputColumns);
        Getters = [.. InputColumns.Select(Getter)];
        _cancellation = cancellationToken.UnsafeRegister(_ => _completion.TrySetCanceled(cancellationToken), null);
    }

    public Sampling Sampling { get; }

    public IReadOnlyList<DataViewSchema.Column> InputColumns { get; }

    /// <value>The getters of the input columns' cells in the current row.</value>
    public IReadOnlyList<Delegate> Getters { get; }

    /// <value>The cells of the outputs, filled as the rows are made. A request that waits has no memory for them yet.</value>
    public IReadOnlyList<CollectedColumn> Columns { get; private set; } = [];

    /// <value>The vectors of the one output of a generator of vectors, one after the other.</value>
    public float[] Vectors => ((CollectedVectors)Columns[0]).Values;

    /// <value>Ends when all rows are made, or when there is nothing to wait for.</value>
    public Task Completion => _completion.Task;

    /// <value>The number of rows that no run has made yet.</value>
    public int Missing => Sampling.Count - _collected;

    public void MoveNext() => _cursor.MoveNext();

    /// <summary>Takes the cells of rows that a run has made.</summary>
    public void Collect(ScoringBatch batch, int firstSlot, int rows)
    {
        if (_collected == 0) Columns = [.. Sampling.Outputs.Select(output => CollectedColumn.Create(output, Sampling.Count))];
        for (var i = 0; i < Columns.Count; i++) Columns[i].Read(batch, batch.Getter(i), firstSlot, _collected, rows);
        _collected += rows;
        if (Missing == 0) _completion.TrySetResult();
    }

    public void Fail(Exception failure) => _completion.TrySetException(failure);

    public void Dispose()
    {
        _cancellation.Dispose();
        _cursor.Dispose();
        _lease?.Dispose();
    }

    private Delegate Getter(DataViewSchema.Column column) =>
        column.Type is VectorDataViewType ? _cursor.GetGetter<VBuffer<float>>(column) : _cursor.GetGetter<uint>(column);
}
