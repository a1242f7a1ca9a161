#:project ../../src/Microsoft.ML.Gan
// Trains a GAN on a table of mixed columns, and prints synthetic rows with the same columns.
using Microsoft.ML;
using Microsoft.ML.Gan;

var mlContext = new MLContext(seed: 1);
var random = new Random(1);
var rides = mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 900).Select(_ => Ride.Any(random)).ToList());

using var gan = mlContext.Gan().TrainTabular(rides, new TabularGanTrainer.Options { Epochs = 150, Seed = 1 });
gan.SaveGenerator(Path.Combine(Path.GetTempPath(), "rides.onnx"));

var made = gan.Generator.Sample(count: 900, seed: 7);
Console.WriteLine(string.Concat(made.Schema.Select(column => $"{column.Name,22}")));
foreach (var row in made.Preview(maxRows: 8).RowView) Console.WriteLine(string.Concat(row.Values.Select(cell => $"{cell.Value,22}")));
Console.WriteLine($"Real speeds:      {Speeds(rides)}");
Console.WriteLine($"Synthetic speeds: {Speeds(made)}");

string Speeds(IDataView table) => string.Join(", ", mlContext.Data.CreateEnumerable<Ride>(table, reuseRowObject: false)
    .GroupBy(ride => ride.Bike, ride => 60 * ride.Kilometres / ride.Minutes)
    .OrderBy(bike => bike.Key).Select(bike => $"{bike.Key} {bike.Average():F1} km/h"));

internal sealed class Ride
{
    public string Bike { get; set; } = "";
    public float Kilometres { get; set; }
    public float Minutes { get; set; }
    public DateTime Start { get; set; }

    public static Ride Any(Random random)
    {
        var (bike, speed) = random.Next(3) switch { 0 => ("city", 14), 1 => ("racing", 28), _ => ("electric", 21) };
        var kilometres = MathF.Round(2 + 18 * random.NextSingle(), 1);
        var minutes = MathF.Round(60 * kilometres / speed + 4 * random.NextSingle());
        var start = new DateTime(2026, 5, 1).AddMinutes(15 * random.Next(31 * 96));
        return new() { Bike = bike, Kilometres = kilometres, Minutes = minutes, Start = start };
    }
}
