namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>One pass over the rows of a <see cref="RowSource"/>; each of them is checked.</summary>
internal sealed class RowCursor(DataViewRowCursor cursor, FeatureColumn features, LabelColumn? label, int width) : IDisposable
{
    private readonly RowGetter _features = features.Format.Getter(cursor, features.Column);
    private readonly Func<uint>? _label = label?.Getter(cursor);

    /// <value>The rows read.</value>
    public long Row { get; private set; }

    /// <value>The values of a row; known after the first.</value>
    public int Width { get; private set; } = width;

    /// <summary>Reads the next row.</summary>
    /// <param name="values">Its values, until another row is read.</param>
    /// <param name="class">Its class; 0 if there are none.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArgumentException">It can't be trained on.</exception>
    public bool Read(out ReadOnlySpan<byte> values, out long @class)
    {
        values = [];
        @class = 0;
        if (!cursor.MoveNext()) return false;
        Row++;
        values = _features();
        Check(values);
        if (_label is not null) @class = label!.ClassOf(_label(), Row);
        return true;
    }

    /// <summary>Whether there are no more rows.</summary>
    public bool IsAtEnd() => !cursor.MoveNext();

    public void Dispose() => cursor.Dispose();

    private void Check(ReadOnlySpan<byte> values)
    {
        var length = values.Length / features.Format.Size;
        if (length == 0) throw Fault("must have values, but its vector is empty.");
        if (Width == 0) Width = length;
        if (length != Width) throw Fault($"must have {Width} values as row 1 has, but had {length}. Make all vectors of one length.");
        if (features.Format.NotFinite(values) is { } value)
            throw Fault($"must have finite values only, but had {value}. Replace or drop such rows, for example with ReplaceMissingValues.");
    }

    private ArgumentException Fault(string what) => new($"Row {Row} of column '{features.Column.Name}' {what}");
}
