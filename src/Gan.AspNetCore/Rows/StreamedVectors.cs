using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.AspNetCore;

/// <summary>Samples that are made as they are read.</summary>
internal sealed class StreamedVectors : VectorRows
{
    private readonly IReadOnlyList<string> _classNames;
    private readonly DataViewRowCursor _cursor;
    private readonly ValueGetter<VBuffer<float>> _sample;
    private readonly ValueGetter<uint>? _label;
    private VBuffer<float> _values;

    public StreamedVectors(IDataView samples, IReadOnlyList<string> classNames)
    {
        _classNames = classNames;
        var sample = samples.Schema["Sample"];
        DataViewSchema.Column[] columns = classNames.Count == 0 ? [sample] : [sample, samples.Schema["Label"]];
        _cursor = samples.GetRowCursor(columns);
        _sample = _cursor.GetGetter<VBuffer<float>>(sample);
        if (classNames.Count > 0) _label = _cursor.GetGetter<uint>(columns[1]);
    }

    public override bool IsMade => false;

    public override string? Class
    {
        get
        {
            if (_label is null) return null;
            uint key = 0;
            _label(ref key);
            return _classNames[(int)key - 1];
        }
    }

    public override ReadOnlySpan<float> Values => _values.GetValues();

    public override bool MoveNext()
    {
        if (!_cursor.MoveNext()) return false;
        _sample(ref _values);
        if (!_values.IsDense) _values = new VBuffer<float>(_values.Length, [.. _values.DenseValues()]);
        return true;
    }

    public override void Dispose() => _cursor.Dispose();
}
