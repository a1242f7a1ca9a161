namespace Gan.Evaluation.Tables.Utility;

/// <summary>The classes of a label column, at most the 50 commonest, the rarest of them first; none if its numbers are a regression's.</summary>
internal sealed class LabelClasses
{
    private const int MostNumbers = 20, MostClasses = 50;
    private const double MostTarget = 1e30;

    private readonly Dictionary<int, int> _byCode = [];
    private readonly double[] _numbers = [];
    private readonly int[] _classOfNumber = [];

    public LabelClasses(EvaluatedColumn real)
    {
        if (real is EvaluatedCategories categories)
        {
            _byCode = RarestFirst(categories.Codes.Where(code => code != categories.Categories.Missing), MostClasses);
            Count = _byCode.Count;
            return;
        }
        var byNumber = RarestFirst(((EvaluatedNumbers)real).Sorted(), int.MaxValue);
        if (byNumber.Count > MostNumbers)
        {
            Unit = Magnitude.OfExtreme(((EvaluatedNumbers)real).Values);
            return;
        }
        _numbers = [.. byNumber.Keys.Order()];
        _classOfNumber = Array.ConvertAll(_numbers, number => byNumber[number]);
        Count = byNumber.Count;
    }

    /// <value>The number of classes; 0 for a regression.</value>
    public int Count { get; }

    /// <value>What a regression's numbers are parts of: 1, unless they are extreme.</value>
    public Magnitude Unit { get; }

    /// <summary>What is to be predicted of a row: its class (that of the nearest number, for numbers), or its number; null if it has none.</summary>
    public float? TargetOf(EvaluatedColumn column, int row)
    {
        if (column is EvaluatedCategories categories) return _byCode.TryGetValue(categories.Codes[row], out var known) ? known : null;
        var value = ((EvaluatedNumbers)column).Values[row];
        if (double.IsNaN(value)) return null;
        return Count == 0 ? (float)Math.Clamp(Unit.Down(value), -MostTarget, MostTarget) : _classOfNumber[Nearest(value)];
    }

    private int Nearest(double value)
    {
        var nearest = 0;
        for (var i = 1; i < _numbers.Length; i++)
            if (Math.Abs(_numbers[i] / 2 - value / 2) < Math.Abs(_numbers[nearest] / 2 - value / 2)) nearest = i;      // halves: never infinite
        return nearest;
    }

    private static Dictionary<T, int> RarestFirst<T>(IEnumerable<T> values, int most) where T : IComparable<T> =>
        values.CountBy(value => value).OrderBy(value => value.Value).ThenBy(value => value.Key).TakeLast(most)
            .Select((value, position) => (value.Key, position)).ToDictionary();
}
