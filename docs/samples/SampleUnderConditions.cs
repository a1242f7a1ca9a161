#:project ../../src/Microsoft.ML.Gan
// Asks a table's generator for rows that have given cells: one cell, several, a missing one, or others for each row.
using Microsoft.ML;
using Microsoft.ML.Gan;

var mlContext = new MLContext(seed: 1);
var random = new Random(1);
var people = mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 900).Select(_ => Person.Any(random)).ToList());
using var gan = mlContext.Gan().TrainTabular(people, new TabularGanTrainer.Options { Epochs = 80, Seed = 1 });
var generator = gan.Generator;
var degrees = mlContext.Data.LoadFromEnumerable(new[] { new Given("master"), new Given("doctor") });

Print("anyone", generator.Sample(count: 4, seed: 7));
Print("doctors", generator.Sample(4, seed: 7, where: new Dictionary<string, string> { ["Degree"] = "doctor" }));
Print("bachelors of Oslo", generator.Sample(4, seed: 7, where: new Dictionary<string, string> { ["Degree"] = "bachelor", ["Town"] = "Oslo" }));
Print("no degree known", generator.Sample(4, seed: 7, where: new Dictionary<string, string> { ["Degree"] = "" }));
Print("one row for each given degree", generator.Sample(degrees, seed: 7));

void Print(string title, IDataView rows)
{
    Console.WriteLine($"{title}:");
    foreach (var person in mlContext.Data.CreateEnumerable<Person>(rows, reuseRowObject: false))
        Console.WriteLine($"  {person.Degree,-8} {person.Town,-5} {person.Income,7:N0} a year");
}

internal sealed record Given(string Degree);

internal sealed class Person
{
    public string Degree { get; set; } = "";
    public string Town { get; set; } = "";
    public float Income { get; set; }

    public static Person Any(Random random)
    {
        var (degree, pay) = random.Next(4) switch { 0 => ("", 35_000), 1 => ("bachelor", 30_000), 2 => ("master", 45_000), _ => ("doctor", 60_000) };
        var (town, rent) = random.Next(2) == 0 ? ("Oslo", 12_000) : ("Rome", 4_000);
        return new() { Degree = degree, Town = town, Income = pay + rent + 100 * random.Next(80) };
    }
}
