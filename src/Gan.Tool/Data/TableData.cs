using Gan.Tool.Data.Csv;
using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace Gan.Tool.Data;

/// <summary>A table to train on, and rows of it that are not trained on.</summary>
/// <param name="Training">To train on; some of those rows, if memory does not hold all.</param>
/// <param name="Test">Held out.</param>
/// <param name="Table">The file that the first was read from.</param>
internal sealed record TableData(DataFrame Training, DataFrame Test, CsvTable Table)
{
    private const int HeldOutEvery = 5;

    /// <value>All rows that are trained on: those of <see cref="Training"/>, or of a table that memory does not hold.</value>
    public IDataView Trained { get; init; } = Training;

    /// <value>How many rows are trained on.</value>
    public long TrainedRows { get; init; } = Training.Rows.Count;

    public int TrainingRows => (int)Training.Rows.Count;

    public int TestRows => (int)Test.Rows.Count;

    /// <summary>Holds out every fifth row.</summary>
    public static TableData Split(CsvTable table) => new(Rows(table.Data, isHeldOut: false), Rows(table.Data, isHeldOut: true), table);

    private static DataFrame Rows(DataFrame table, bool isHeldOut) => table.Filter(
        new Int32DataFrameColumn(
            "Row", Enumerable.Range(0, (int)table.Rows.Count).Where(row => row % HeldOutEvery == HeldOutEvery - 1 == isHeldOut)));
}
