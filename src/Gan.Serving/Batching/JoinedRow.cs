using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Serving;

/// <summary>The current row of whichever request is read: its inputs, and a code for each condition that any of them gives.</summary>
internal sealed class JoinedRow : DataViewRow
{
    private readonly int _inputs;
    private SamplingRequest? _request;
    private long _position = -1;

    /// <param name="inputs">The input columns of any request to the generator.</param>
    /// <param name="given">The condition inputs that have a column.</param>
    public JoinedRow(IReadOnlyList<DataViewSchema.Column> inputs, IReadOnlyList<string> given)
    {
        _inputs = inputs.Count;
        var schema = new DataViewSchema.Builder();
        foreach (var input in inputs) schema.AddColumn(input.Name, input.Type, input.Annotations);
        foreach (var tensor in given) schema.AddColumn(tensor, NumberDataViewType.Int64);
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
        return (ValueGetter<TValue>)(Delegate)(ValueGetter<long>)((ref long code) => code = _request!.Sampling.CodeOf(column.Name));
    }
}
