using Gan.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Serving;

/// <summary>The current row of whichever request is read: its inputs, and the codes of what it gives.</summary>
internal sealed class JoinedRow : DataViewRow
{
    private readonly int _inputs;
    private SamplingRequest? _request;
    private long _position = -1;

    /// <param name="inputs">The input columns of any request to the generator.</param>
    /// <param name="given">How many of the generator's columns can be given.</param>
    public JoinedRow(IReadOnlyList<DataViewSchema.Column> inputs, int given)
    {
        _inputs = inputs.Count;
        var schema = new DataViewSchema.Builder();
        foreach (var input in inputs) schema.AddColumn(input.Name, input.Type, input.Annotations);
        if (given > 0) schema.AddColumn(GanTensors.Given, new VectorDataViewType(NumberDataViewType.Int64, given));
        Schema = schema.ToSchema();
    }

    public override DataViewSchema Schema { get; }

    public override long Position => _position;

    public override long Batch => 0;

    public override bool IsColumnActive(DataViewSchema.Column column) => true;

    /// <summary>Goes to the next row of a request.</summary>
    public void MoveNext(SamplingRequest request)
    {
        _request = request;
        _position++;
        request.MoveNext();
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new DataViewRowId((ulong)_position, 0);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        var index = column.Index;
        if (index < _inputs) return (ref TValue value) => ((ValueGetter<TValue>)_request!.Getters[index])(ref value);
        return (ValueGetter<TValue>)(Delegate)(ValueGetter<VBuffer<long>>)GetGiven;
    }

    private void GetGiven(ref VBuffer<long> codes)
    {
        var given = _request!.Sampling.Given;
        var editor = VBufferEditor.Create(ref codes, given.Length);
        given.CopyTo(editor.Values);
        codes = editor.Commit();
    }
}
