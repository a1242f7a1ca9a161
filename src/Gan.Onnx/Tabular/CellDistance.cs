using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>How far the cells of a column are from one cell, from 0 to 1, as Gower (1971) has it.</summary>
/// <remarks>
/// Names are alike or not. Numbers, dates and times differ by their distance over the column's range, at most by 1. A missing cell is like another
/// missing one alone.
/// </remarks>
internal abstract class CellDistance(OnnxColumn output)
{
    public string ColumnName => output.ColumnName;

    /// <summary>The distance of a column that the generator makes.</summary>
    /// <param name="output">The column.</param>
    /// <param name="row">The row that has the cell.</param>
    /// <param name="ranges">Rows that show the column's range.</param>
    public static CellDistance Create(ValueColumn output, DataViewRow row, IDataView ranges) => output.Value switch
    {
        WholeValue { IsNominal: false } whole => new Numbers<long>(output, whole, whole.ToNumber, row, ranges),
        RealValue real => new Numbers<double>(output, real, number => number, row, ranges),
        WholeValue nominal => new Names<long>(output, nominal, EqualityComparer<long>.Default, row),
        TextValue text => new Names<ReadOnlyMemory<char>>(output, text, TextEquality.Ordinal, row),
        _ => throw new NotSupportedException($"Column '{output.ColumnName}' must be compared by its type, but that has no distance."),
    };

    /// <summary>The distance of the current row's cell.</summary>
    public abstract Func<double> Of(DataViewRow row);

    protected static Func<TForm> Read<TForm>(TabularValueOf<TForm> value, DataViewRow row, string columnName) =>
        value.Read(row, row.Schema[columnName]).Next;

    private sealed class Names<TForm>(ValueColumn output, TabularValueOf<TForm> value, IEqualityComparer<TForm> equality, DataViewRow row)
        : CellDistance(output)
    {
        private readonly TForm _wanted = Read(value, row, output.ColumnName)();

        public override Func<double> Of(DataViewRow other)
        {
            var next = Read(value, other, ColumnName);
            return () => equality.Equals(next(), _wanted) ? 0 : 1;
        }
    }

    private sealed class Numbers<TForm>(
        ValueColumn output, TabularValueOf<TForm> value, Func<TForm, double> toNumber, DataViewRow row, IDataView ranges) : CellDistance(output)
    {
        private readonly double _wanted = toNumber(Read(value, row, output.ColumnName)());
        private readonly double _range = Range(value, toNumber, ranges, output.ColumnName);

        public override Func<double> Of(DataViewRow other)
        {
            var next = Read(value, other, ColumnName);
            return () => Distance(toNumber(next()));
        }

        private double Distance(double number)
        {
            if (double.IsNaN(number) || double.IsNaN(_wanted)) return double.IsNaN(number) == double.IsNaN(_wanted) ? 0 : 1;
            var distance = Math.Abs(number - _wanted);
            return distance == 0 ? 0 : Math.Min(1, distance / _range);
        }

        private static double Range(TabularValueOf<TForm> value, Func<TForm, double> toNumber, IDataView ranges, string columnName)
        {
            var (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
            using var cursor = ranges.GetRowCursor([ranges.Schema[columnName]]);
            var next = Read(value, cursor, columnName);
            while (cursor.MoveNext())
            {
                var number = toNumber(next());
                if (double.IsNaN(number)) continue;
                (least, greatest) = (Math.Min(least, number), Math.Max(greatest, number));
            }
            return Math.Max(0, greatest - least);
        }
    }

    private sealed class TextEquality : IEqualityComparer<ReadOnlyMemory<char>>
    {
        public static readonly TextEquality Ordinal = new();

        public bool Equals(ReadOnlyMemory<char> x, ReadOnlyMemory<char> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode(ReadOnlyMemory<char> text) => string.GetHashCode(text.Span);
    }
}
