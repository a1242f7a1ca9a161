namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>Where rows are read from: a data view, as often as is wanted.</summary>
/// <param name="Data">The data view.</param>
/// <param name="Features">Its column of vectors.</param>
/// <param name="Label">Its column of classes; null for none.</param>
internal sealed record RowSource(IDataView Data, FeatureColumn Features, LabelColumn? Label)
{
    /// <exception cref="ArgumentException">The columns are missing or of other types.</exception>
    public static RowSource Of(IDataView data, string featureColumnName, string? labelColumnName) => new(
        data, FeatureColumn.Find(data.Schema, featureColumnName), labelColumnName is { } name ? LabelColumn.Find(data.Schema, name) : null);

    /// <summary>Begins a pass over the rows.</summary>
    /// <param name="width">The values of a row; 0 for as many as the first one has.</param>
    public RowCursor Open(int width = 0) => new(
        Data.GetRowCursor(Label is null ? [Features.Column] : [Features.Column, Label.Column]), Features, Label, width);
}
