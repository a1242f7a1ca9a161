using Microsoft.Data.Analysis;

namespace Gan.Tool.Data;

/// <summary>A table to train on, and rows of it that are not trained on.</summary>
/// <param name="Training">To train on.</param>
/// <param name="Test">Held out.</param>
/// <param name="DateFormats">For each column of dates, how they are written.</param>
internal sealed record TableData(DataFrame Training, DataFrame Test, IReadOnlyDictionary<string, string> DateFormats)
{
    private const int HeldOutEvery = 5;

    public int TrainingRows => (int)Training.Rows.Count;

    public int TestRows => (int)Test.Rows.Count;

    /// <value>What the columns were taken for, in a line.</value>
    public string Description =>
        string.Join("; ", Training.Columns.GroupBy(KindOf).Select(kind => $"{kind.Key}: {string.Join(", ", kind.Select(column => column.Name))}"));

    /// <summary>Holds out every fifth row.</summary>
    public static TableData Split(CsvTable table) => new(Rows(table.Data, isHeldOut: false), Rows(table.Data, isHeldOut: true), table.DateFormats);

    private static string KindOf(DataFrameColumn column) => column switch
    {
        StringDataFrameColumn => "Texts",
        BooleanDataFrameColumn => "Booleans",
        DateTimeDataFrameColumn => "Dates",
        _ => "Numbers",
    };

    private static DataFrame Rows(DataFrame table, bool isHeldOut) => table.Filter(
        new Int32DataFrameColumn(
            "Row", Enumerable.Range(0, (int)table.Rows.Count).Where(row => row % HeldOutEvery == HeldOutEvery - 1 == isHeldOut)));
}
