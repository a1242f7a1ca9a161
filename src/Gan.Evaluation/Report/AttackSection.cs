using System.Globalization;
using System.Net;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Report;

/// <summary>What the attacks found, as one card in plain words.</summary>
internal static class AttackSection
{
    private const int MostColumns = 3;

    public static string Write(TabularAttacks? attacks) => attacks is null
        ? ""
        : $"""
        <h2>Attacks: {Verdict(attacks.Successes)}</h2>
        <p>Each attack tries to learn something of {Figures.Count(attacks.Rows)} training rows from the synthetic ones,
        and the same of as many test rows, which nobody trained on. Only what it does better on training rows is a leak.
        Brackets are intervals of 99 %: where one holds what guessing gives, chance explains the difference.
        That these attacks fail is no proof that others would.</p>
        <div class="card"><table><tr><th>The attacker asks</th><th>Finding</th><th>Verdict</th></tr>
        {string.Concat(Rows(attacks))}</table></div>

        """;

    private static string Verdict(int successes) => successes == 0
        ? "none of four succeeds"
        : $"{successes} of four {(successes == 1 ? "succeeds" : "succeed")}, training rows leak";

    private static IEnumerable<string> Rows(TabularAttacks attacks)
    {
        yield return Row(
            "Was this person trained on? By the nearest synthetic row", Membership(attacks.NearestMembership), attacks.NearestMembership.Succeeds);
        yield return Row(
            "The same by how dense synthetic rows are around it", Membership(attacks.KernelMembership), attacks.KernelMembership.Succeeds);
        yield return Row("What is in a cell, if I know the others?", Attributes(attacks), attacks.InfersAttributes);
        yield return Row("Which cells are of one person alone?", SinglingOut(attacks.SinglingOut), attacks.SinglesOut);
    }

    private static string Membership(TabularMembershipAttack attack) =>
        $"AUC {Score(attack.Auc)}, where guessing has 0.5. At 1 % false alarms it tells {Share(attack.TruePositiveRate)} of the training rows, " +
        "where guessing tells 1 %.";

    private static string Attributes(TabularAttacks attacks)
    {
        var worst = attacks.Attributes.OrderByDescending(column => column.Leak.Value).Take(MostColumns)
            .Select(column => $"{column.Name} {Figures.Share(column.OnTrainingRows)} against {Figures.Share(column.OnTestRows)}");
        return $"Cells of training rows are told more often than of test rows by {Share(attacks.AttributeLeak)}, mean over the columns. Most: " +
            $"{string.Join("; ", worst)}.";
    }

    private static string SinglingOut(TabularSinglingOut? attack) => attack is null
        ? "No combination of cells is in one synthetic row alone."
        : $"Of {Figures.Count(attack.Predicates)} combinations of cells that one synthetic row alone has, " +
            $"{Figures.Share(attack.OnTrainingRows)} are in one training row alone, " +
            $"and {Figures.Share(attack.OnTestRows)} in one test row: a difference of {Share(attack.Leak)}.";

    private static string Score(TabularEstimate estimate) =>
        $"{Figures.Score(estimate.Value)} ({Figures.Score(estimate.Least)} to {Figures.Score(estimate.Greatest)})";

    private static string Share(TabularEstimate estimate) => $"{Points(estimate.Value)} % ({Points(estimate.Least)} to {Points(estimate.Greatest)})";

    private static string Points(double share) => (100 * share).ToString("0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static string Row(string question, string finding, bool succeeds) =>
        $"<tr><td>{WebUtility.HtmlEncode(question)}</td><td>{WebUtility.HtmlEncode(finding)}</td>" +
        $"<td>{(succeeds ? "it can tell" : "it can't tell")}</td></tr>\n";
}
