namespace Gan.Evaluation.Tables.Coverage;

/// <summary>The space in which the field measures how rows cover one another: numbers from 0 to 1, categories as one-hots.</summary>
/// <remarks>
/// The real table says what is 0 and what is 1, and which categories there are. A category that it lacks is none of them: its one-hot is all 0.
/// A missing number stands at the real column's mean; a missing category is one like the others.
/// </remarks>
internal sealed class UnitSpace
{
    private readonly UnitScale[] _scales;
    private readonly Dictionary<int, int>[] _categories;

    public UnitSpace(EvaluatedTable real)
    {
        _scales = [.. real.Numeric.Select(UnitScale.Of)];
        _categories = [.. real.Categorical.Select(column => column.Codes.Distinct().Select((code, place) => (code, place)).ToDictionary())];
    }

    /// <summary>The first rows of a table as points.</summary>
    public UnitRows Of(EvaluatedTable table, int count)
    {
        var (numbers, codes) = (new double[count * _scales.Length], new int[count * _categories.Length]);
        foreach (var (place, column) in table.Numeric.Index())
            for (var row = 0; row < count; row++) numbers[row * _scales.Length + place] = _scales[place].Scale(column.Values[row]);
        foreach (var (place, column) in table.Categorical.Index())
            for (var row = 0; row < count; row++)
                codes[row * _categories.Length + place] = _categories[place].GetValueOrDefault(column.Codes[row], UnitRows.Unknown);
        return new UnitRows(count, _scales.Length, numbers, _categories.Length, codes);
    }

    /// <summary>What makes a real column's least number 0 and its greatest 1.</summary>
    private readonly record struct UnitScale(Magnitude Magnitude, double Least, double Width, double Mean)
    {
        private const double Most = 1e15;                 // its square is a number, too

        public static UnitScale Of(EvaluatedNumbers column)
        {
            var magnitude = Magnitude.OfExtreme(column.Values);
            var sorted = Array.ConvertAll(column.Sorted(), magnitude.Down);
            if (sorted.Length == 0) return new UnitScale(magnitude, 0, 1, 0);
            var width = sorted[^1] - sorted[0];
            return new UnitScale(magnitude, sorted[0], width > 0 ? width : 1, sorted.Average());
        }

        public double Scale(double value) =>
            Math.Clamp(((double.IsNaN(value) ? Mean : Magnitude.Down(value)) - Least) / Width, -Most, Most);
    }
}
