using System.Globalization;
using Gan.Onnx;
using Microsoft.Data.Analysis;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Whether rows of a rare class, made and added to the real ones until both classes are as many, help boosted trees to find it.</summary>
internal static class Balancing
{
    public const string Summary = "Rare classes; GAN_MODEL, GAN_TRAIN, GAN_TEST: a generator and its CSV files, label last; the argument counts seeds.";

    public static void Run(int repetitions)
    {
        using var generator = new MLContext().Gan().LoadTabularGenerator(Path("GAN_MODEL"));
        var (train, test) = (Path("GAN_TRAIN"), Path("GAN_TEST"));
        var real = DataFrame.LoadCsv(train, guessRows: 100_000);
        var types = real.Columns.Select(column => column.DataType).ToArray();
        var heldOut = DataFrame.LoadCsv(test, dataTypes: types);
        var label = real.Columns[^1];
        var (rare, common) = label.Cast<object>().CountBy(cell => cell).OrderBy(pair => pair.Value).ToArray() is [var least, .., var most]
            ? (least, most)
            : throw new ArgumentException($"The last column of {train} must have two classes.");
        var missing = common.Value - rare.Value;
        int[] ofRare = [.. Enumerable.Range(0, (int)real.Rows.Count).Where(row => Equals(label[row], rare.Key))];
        var table = new MarkdownTable("seed", "F1 of the rare class: real rows", "with rows that were made", "with real ones repeated");
        for (var seed = 0; seed < repetitions; seed++)
        {
            var made = Score(file => Append(file, Made(generator, label.Name, $"{rare.Key}", missing, seed)));
            var random = new Random(seed);
            var lines = File.ReadAllLines(train);
            var repeated = Score(file => File.AppendAllLines(
                file, Enumerable.Range(0, missing).Select(_ => lines[1 + ofRare[random.Next(ofRare.Length)]])));
            table.Add(seed, Text(made.Real), Text(made.Balanced), Text(repeated.Balanced));
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{label.Name} = {rare.Key}: {rare.Value:N0} of {real.Rows.Count:N0} rows, {missing:N0} added."));
        table.Print();

        (double Real, double Balanced) Score(Action<string> append)
        {
            var file = System.IO.Path.GetTempFileName();
            File.Copy(train, file, overwrite: true);
            append(file);
            var metrics = new MLContext(seed: 0).Gan().EvaluateTabular(real, DataFrame.LoadCsv(file, dataTypes: types), heldOut, label.Name);
            File.Delete(file);
            return (metrics.RealUtility!.MinorityF1Score!.Value, metrics.SyntheticUtility!.MinorityF1Score!.Value);
        }
    }

    private static DataFrame Made(TabularGenerator generator, string label, string rare, int count, int seed) => generator.Sample(
        count, new Dictionary<string, IReadOnlyDictionary<string, double>> { [label] = new Dictionary<string, double> { [rare] = 1 } },
        seed).ToDataFrame(-1);

    private static void Append(string file, DataFrame rows)
    {
        using var stream = File.Open(file, FileMode.Append);
        DataFrame.SaveCsv(rows, stream, header: false, cultureInfo: CultureInfo.InvariantCulture);
    }

    private static string Path(string variable) => Environment.GetEnvironmentVariable(variable)
        ?? throw new ArgumentException($"The environment variable {variable} must name a file, but is not set.");

    private static string Text(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
