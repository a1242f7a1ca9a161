namespace Microsoft.ML.Gan.Evaluation;

/// <summary>How well models that are trained on one table predict the label of another's rows.</summary>
internal sealed class UtilityMeasure
{
    private readonly MLContext _mlContext;
    private readonly int _label;
    private readonly LabelClasses _classes;
    private readonly FeatureEncoding _encoding;
    private readonly (Table Table, int Row, float Target)[] _test;

    /// <param name="mlContext">Trains the models.</param>
    /// <param name="real">The table that says what classes, categories and scales there are.</param>
    /// <param name="label">The position of the label column.</param>
    /// <param name="test">The rows to predict the label of.</param>
    public UtilityMeasure(MLContext mlContext, Table real, int label, IEnumerable<(Table Table, int Row)> test)
    {
        _mlContext = mlContext;
        _label = label;
        _classes = new LabelClasses(real.Columns[label]);
        _encoding = new FeatureEncoding(real, label, _classes.Count);
        _test = [.. Targets(test)];
    }

    /// <summary>Trains on rows and scores the test rows; null when either have no label.</summary>
    public TabularUtility? Of(IEnumerable<(Table Table, int Row)> train)
    {
        var rows = Targets(train).ToArray();
        if (rows.Length == 0 || _test.Length == 0) return null;
        return _classes.Count == 0 ? Regression(rows) : Classification(rows);
    }

    private TabularUtility Regression((Table, int, float)[] train)
    {
        var trees = new BoostedTrees(_mlContext, 150, 0.1, 20);
        var predicted = trees.Number(_encoding.Rows(_mlContext, train), _encoding.Rows(_mlContext, _test));
        var errors = _test.Zip(predicted, (row, number) => (double)row.Target - number).ToArray();
        var mean = _test.Average(row => row.Target);
        var spread = _test.Sum(row => Math.Pow(row.Target - mean, 2));
        return new TabularUtility { RSquared = spread > 0 ? 1 - errors.Sum(error => error * error) / spread : null, MeanAbsoluteError = errors.Average(Math.Abs) };
    }

    private TabularUtility Classification((Table, int, float)[] train) => new ClassScores(_classes.Count, [.. _test.Select(row => (int)row.Target)], Probabilities(train)).ToUtility();

    /// <summary>The probability of each class for each test row.</summary>
    private float[][] Probabilities((Table Table, int Row, float Target)[] train)
    {
        var known = train.Select(row => (int)row.Target).Distinct().Order().ToArray();           // trees are grown for these alone
        if (known.Length == 1) return [.. _test.Select(_ => Spread(known, [1]))];
        var rows = train.Select(row => (row.Table, row.Row, (float)Array.IndexOf(known, (int)row.Target)));
        var (data, test) = (_encoding.Rows(_mlContext, rows), _encoding.Rows(_mlContext, _test));
        return known.Length == 2
            ? Array.ConvertAll(new BoostedTrees(_mlContext, 150, 0.05, 50).FirstOfTwo(data, test), first => Spread(known, [first, 1 - first]))
            : Array.ConvertAll(new BoostedTrees(_mlContext, 100, 0.05, 20).Classes(data, test), shares => Spread(known, shares));
    }

    private float[] Spread(int[] known, float[] shares)
    {
        var probabilities = new float[_classes.Count];
        for (var i = 0; i < known.Length; i++) probabilities[known[i]] = shares[i];
        return probabilities;
    }

    private IEnumerable<(Table Table, int Row, float Target)> Targets(IEnumerable<(Table Table, int Row)> rows)
    {
        foreach (var (table, row) in rows)
            if (_classes.TargetOf(table.Columns[_label], row) is { } target) yield return (table, row, target);
    }
}
