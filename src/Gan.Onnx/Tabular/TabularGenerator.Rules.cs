using Gan.Onnx.Rules;
using Microsoft.ML;
using Microsoft.ML.Gan;

namespace Gan.Onnx;

public sealed partial class TabularGenerator
{
    private readonly IReadOnlyList<TabularRule> _redrawn;             // rows that break one of these are drawn again

    /// <value>
    /// The rules that the rows keep, as texts. Those that begin with "unique:" or "custom:" are kept by drawing rows again, in <c>Sample</c> alone;
    /// a custom one only by the transformer that was trained with it.
    /// </value>
    public IReadOnlyList<string> Rules => [.. (_manifest.Rules ?? []).Select(rule => rule.Text)];

    /// <summary>Of each rule that is kept by drawing rows again, the share of rows that keep it as they are made.</summary>
    /// <param name="count">The rows that are made to tell.</param>
    /// <param name="seed">Their seed.</param>
    internal IEnumerable<(TabularRule Rule, double Share)> KeptAtOnce(int count, int seed)
    {
        var view = new OutputsView(Scorer(_conditions.Nothing).Transform(Latents(count, seed)), MadeSchema);
        foreach (var rule in _redrawn)
        {
            using var cursor = view.GetRowCursor(view.Schema);
            var (check, kept) = (rule.On(cursor), 0);
            while (cursor.MoveNext())
            {
                if (check.Holds()) kept++;
                check.Take?.Invoke();
            }
            yield return (rule, (double)kept / count);
        }
    }

    /// <summary>The rules that rows are drawn again for: those of the file, and those that it can't have.</summary>
    private static IReadOnlyList<TabularRule> Redrawn(GanManifest manifest, IReadOnlyList<TabularRule> own)
    {
        var made = manifest.Columns.Select(column => column.Name).ToHashSet();
        return [
            .. (manifest.Rules ?? []).Where(rule => rule.Kept == RuleKeeping.Sample).Select(rule => TabularRules.Parse(rule.Text))
                .Where(rule => rule.ColumnNames.All(made.Contains)),                        // no two identifiers are alike
            .. own.Where(rule => rule.Keeping == RuleKeeping.Program)];
    }

    /// <summary>Refuses conditions for which latent vectors must be found: such rows are not drawn again.</summary>
    private void RequireNoRedrawing()
    {
        if (_redrawn.Count > 0) throw new ArgumentException(
            "Rows under conditions on numbers, dates, ranges or several categories must have no rules that are kept by drawing again, but the " +
            $"table has '{_redrawn[0]}'. Give one category a column, or leave out the rows that break the rule yourself.");
    }

    /// <summary>Rows of which those that break a rule are drawn again.</summary>
    /// <param name="made">The columns that the file makes.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="given">What is given of all rows; null where <paramref name="givenRows"/> says it of each.</param>
    /// <param name="givenRows">Has what is given of each row; else null.</param>
    private IDataView KeepRules(IDataView made, int seed, long[]? given, IDataView? givenRows)
    {
        if (_redrawn.Count == 0) return made;
        var ofAll = given is null ? null : Scorer(given);
        return new RedrawnRows(made, _redrawn, givenRows, (row, codes) => new OutputsView(
            (ofAll ?? Scorer(codes!)).Transform(
                new LatentDataView(RedrawnRows.MostAttempts, new LatentAttempts(Source(seed), row), GanTensors.Latent)), MadeSchema));
    }
}
