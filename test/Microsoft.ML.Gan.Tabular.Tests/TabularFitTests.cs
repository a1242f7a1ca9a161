using Microsoft.ML.Gan.Tabular;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Export;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular;

[TestClass]
public sealed class TabularFitTests
{
    private const int Rounds = 24;

    private static readonly TabularGanTrainer.Options Options = TestTables.Quick(Rounds) with { Pacing = GanPacing.Band(0.6, 0.65, 3) };

    [TestMethod]
    public void Run_SavedAndLoadedIntoAnotherFit_IsToTheBitAsInOneGoInEachPhase()
    {
        var rows = TestTables.Learn(TestTables.Groups(1000));
        var saved = new List<SavedState>();

        var whole = Train(rows, from: null, fit =>
        {
            saved.Add([]);
            fit.Save(new StateWriter(saved[^1]));
        });

        var sweepReports = saved.Count - Rounds;                              // the sweep ends early where held-out rows tell it to
        Assert.IsGreaterThan(2, sweepReports);
        foreach (var report in new[] { Rounds / 2, Rounds - 1, Rounds + sweepReports / 2 })
        {
            var resumed = Train(rows, saved[report]);

            CollectionAssert.AreEqual(whole.File, resumed.File, $"report {report}");
            CollectionAssert.AreEqual(whole.Reports, resumed.Reports, $"report {report}");
        }
    }

    private static (byte[] File, List<GanTrainingReport> Reports) Train(
        EncodedRows rows, SavedState? from, Action<TabularFit>? atReport = null)
    {
        using var fit = new TabularFit(Options, rows, before: null, CPU);
        if (from is not null)
        {
            using (rand(100)) { }                                             // torch's own random numbers go on between
            fit.Load(new StateReader(from));
        }
        var (model, history) = fit.Run(_ => atReport?.Invoke(fit), _ => atReport?.Invoke(fit), _ => { });
        return (TabularExporter.Write(model), [.. history.Reports.Select(report => report with { SamplesPerSecond = 0 })]);
    }
}
