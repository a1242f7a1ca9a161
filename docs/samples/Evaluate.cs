#:project ../../src/Microsoft.ML.Gan
// Measures how good a synthetic table is: against the real rows, and against real rows that the GAN has not seen.
using Microsoft.ML;
using Microsoft.ML.Gan;

var mlContext = new MLContext(seed: 1);
var random = new Random(1);
var real = mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 800).Select(_ => House.Any(random)).ToList());
var test = mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(_ => House.Any(random)).ToList());
using var gan = mlContext.Gan().TrainTabular(real, new TabularGanTrainer.Options { Epochs = 150, Seed = 1 });

var metrics = mlContext.Gan().EvaluateTabular(real, gan.Generator.Sample(count: 800, seed: 7), test, labelColumnName: "Kind");

Console.WriteLine($"Column shapes: {metrics.ColumnShapes:F3}, real rows {metrics.Ceiling.ColumnShapes:F3}");
Console.WriteLine($"Pair trends: {metrics.ColumnPairTrends:F3}, real rows {metrics.Ceiling.ColumnPairTrends:F3}");
Console.WriteLine($"Told from real by a classifier, AUC: {metrics.DetectionAuc:F3}, best 0.5");
var (learnt, best) = (metrics.SyntheticUtility?.AreaUnderRocCurve, metrics.RealUtility?.AreaUnderRocCurve);
Console.WriteLine($"Kind predicted by a model that learnt from synthetic rows, AUC: {learnt:F3}, from real ones {best:F3}");
Console.WriteLine($"Copies of real rows: {metrics.CopyRate:P1}");
foreach (var column in metrics.Columns) Console.WriteLine($"  {column.Name,-6} {column.Shape:F3}");
var report = Path.Combine(Path.GetTempPath(), "report.html");
metrics.SaveHtml(report);
Console.WriteLine($"The plots are in {report}.");

internal sealed class House
{
    public string Kind { get; set; } = "";
    public float Rooms { get; set; }
    public float Price { get; set; }

    public static House Any(Random random)
    {
        var (kind, rooms, price) = random.Next(2) == 0 ? ("flat", random.Next(1, 5), 90) : ("house", random.Next(3, 9), 70);
        return new() { Kind = kind, Rooms = rooms, Price = rooms * price + 50 * random.NextSingle() };
    }
}
