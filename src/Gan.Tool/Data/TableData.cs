using Gan.Tool.Data.Csv;
using Microsoft.Data.Analysis;

namespace Gan.Tool.Data;

/// <summary>A table to train on, and rows of it that are not trained on.</summary>
/// <param name="Training">To train on.</param>
/// <param name="Test">Held out.</param>
/// <param name="Table">The file that the first was read from.</param>
internal sealed record TableData(DataFrame Training, DataFrame Test, CsvTable Table)
{
    private const int HeldOutEvery = 5;

    public int TrainingRows => (int)Training.Rows.Count;

    public int TestRows => (int)Test.Rows.Count;

    /// <summary>Holds out every fifth row.</summary>
    public static TableData Split(CsvTable table) => new(Rows(table.Data, isHeldOut: false), Rows(table.Data, isHeldOut: true), table);

    private static DataFrame Rows(DataFrame table, bool isHeldOut) => table.Filter(
        new Int32DataFrameColumn(
            "Row", Enumerable.Range(0, (int)table.Rows.Count).Where(row => row % HeldOutEvery == HeldOutEvery - 1 == isHeldOut)));
}
