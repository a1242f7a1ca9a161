using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Sources;
using Microsoft.Data.Analysis;

namespace Gan.Tool.Data;

/// <summary>A table that memory does not hold: read row by row to train on, and some rows of it in memory for all else.</summary>
internal static class LargeTable
{
    private const int BytesPerCell = 300;                             // that reading a table into memory takes, at most
    private const int RowsInMemory = 50_000, HeldOutEvery = 5;

    /// <summary>The table as one to train on, if it takes more than so many bytes; else null.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="options">What a user says of it.</param>
    /// <param name="memoryLimit">The bytes.</param>
    /// <remarks>Of equal parts of the table the last row is held out, and the first, which is trained on, too, is in memory.</remarks>
    public static TableData? Read(DatabaseSource source, CsvOptions options, long memoryLimit)
    {
        var select = source.Find(names => CsvTable.Choose(names, options, like: null));
        var (rows, present) = source.Count(select);
        if (rows * select.Columns.Count <= memoryLimit / BytesPerCell) return null;
        var part = Math.Max(HeldOutEvery, rows / RowsInMemory);
        var table = CsvTable.Read(source.Some(row => row % part == 0 || row % part == part - 1), options);
        var finder = new StyleFinder(options, new Dictionary<string, string>());
        StreamedColumn[] columns = [.. table.Style.Columns.Zip(
            present, (style, there) => StreamedColumns.Of(style, there < rows || style.Missing.Length > 0, finder.ValueOf))];
        var inMemory = new DataFrame(table.Data.Columns.Zip(columns, (column, streamed) => streamed.Converted(column)));
        return new TableData(Every(inMemory, 2, 0), Every(inMemory, 2, 1), table with { Data = inMemory })
        {
            Trained = source.Some(row => row % part != part - 1).Rows(select, columns),
            TrainedRows = rows - rows / part,
        };
    }

    /// <summary>Rows at equal distances.</summary>
    private static DataFrame Every(DataFrame table, int distance, int first) => table.Filter(
        new Int32DataFrameColumn("Row", Enumerable.Range(0, (int)table.Rows.Count).Where(row => row % distance == first)));
}
