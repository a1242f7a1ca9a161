using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Categories that follow from another column's; they can be given, which rules out the source's other categories.</summary>
/// <param name="Index">Which of the table's columns it is.</param>
/// <param name="Schema">What ML.NET says of the column.</param>
/// <param name="Source">The index of the column that decides it.</param>
/// <param name="Categories">The categories, the commonest first.</param>
/// <param name="CodeOf">For each category of the source, the code that follows.</param>
/// <param name="Choice">The index of the choice of its category, which is only given.</param>
internal sealed record DerivedCategoryForm(
    int Index, ColumnSchema Schema, int Source, IReadOnlyList<Category> Categories, IReadOnlyList<int> CodeOf, int Choice)
    : DerivedForm(Index, Schema, TabularColumnRole.Categorical, Source)
{
    public override int? ValueChoice => Choice;

    public override bool CanStandInConditions => true;

    public override IReadOnlyList<string> CategoryTexts => [.. Categories.Select(category => category.Text)];

    public override void Encode(Table table, TableColumn column, EncodedRows rows) =>
        rows.Slots[Choice] = ((CategoryColumn)column).CodesAmong(Categories);

    public override OnnxValue Decode(IDecodedRow row)
    {
        var source = row.Code(Source);
        var codes = row.Graph.Gather(row.Graph.Constant([.. CodeOf.Select(code => (long)code)], CodeOf.Count), source);
        return CellValues.OfCategories(row.Graph, Schema, Categories, row.OrGiven(this, codes));
    }
}
