using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>Rows of data of which some cells are known, with the others filled.</summary>
/// <param name="file">The file.</param>
/// <param name="filling">Draws the others.</param>
/// <param name="latents">The latent vectors of the rows.</param>
/// <param name="cursor">The data.</param>
/// <param name="known">The columns that it has, by their index in the file, and what reads a cell of the current row.</param>
/// <param name="kind">What stands for the cells of columns that it does not have.</param>
/// <param name="check">What is done with the cells that are known and those that come out of them; null for nothing.</param>
internal sealed class FilledRows(
    FileRuns file, RowFilling filling, LatentSource latents, DataViewRowCursor cursor, IReadOnlyList<(int Index, Func<double> Read)> known,
    double kind, Action<long, CellColumn, double, double>? check) : IInputBlocks
{
    private const int FirstBlock = 16;

    private long _done;
    private int _block = FirstBlock;

    public RowInputs? Next()
    {
        var rows = new List<double[]>();
        while (rows.Count < _block && cursor.MoveNext())
        {
            var cells = new double[file.Columns.Count];
            Array.Fill(cells, kind);
            foreach (var (index, read) in known) cells[index] = read();
            rows.Add(cells);
        }
        if (rows.Count == 0) return null;
        double[][] given = [.. rows.Select(cells => cells.ToArray())];
        filling.Fill(rows, _done);
        var inputs = new RowInputs(file, rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            latents.Fill(_done + row, inputs.Latent(row));
            inputs.Give(row, rows[row]);
        }
        if (check is not null) Check(inputs, given, check);
        _done += rows.Count;
        _block = Math.Min(FileRuns.MostRows, 2 * _block);
        return inputs;
    }

    public void Dispose()
    {
        cursor.Dispose();
        file.Dispose();
    }

    private void Check(RowInputs inputs, double[][] given, Action<long, CellColumn, double, double> check)
    {
        int[] columns = [.. known.Select(column => column.Index).Where(index => !file.Columns[index].HasCategories)];
        if (columns.Length == 0) return;
        foreach (var (place, cells) in file.Run(inputs, columns).Index())
        {
            var column = columns[place];
            for (var row = 0; row < given.Length; row++)
                if (double.IsFinite(given[row][column])) check(_done + row, file.Columns[column], given[row][column], cells[row]);
        }
    }
}
