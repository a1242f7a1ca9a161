using Microsoft.Data.Analysis;

namespace Gan.Samples.Data;

/// <summary>A table to train on, and rows of it that are not trained on.</summary>
internal sealed record TableData(DataFrame Training, DataFrame Test)
{
    private const int HeldOutEvery = 5;

    public int TrainingRows => (int)Training.Rows.Count;

    public int TestRows => (int)Test.Rows.Count;

    /// <summary>Holds out every fifth row.</summary>
    public static TableData Split(DataFrame table) => new(Rows(table, isHeldOut: false), Rows(table, isHeldOut: true));

    private static DataFrame Rows(DataFrame table, bool isHeldOut) => table.Filter(
        new Int32DataFrameColumn("Row", Enumerable.Range(0, (int)table.Rows.Count).Where(row => row % HeldOutEvery == HeldOutEvery - 1 == isHeldOut)));
}
