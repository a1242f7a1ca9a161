using System.Globalization;
using System.Text;
using Microsoft.ML.Gan.Tabular.Export;

namespace Microsoft.ML.Gan.Tests.Tabular.Export;

/// <summary>Searches a file as one would who knows that a person lives in the only farm of a hamlet.</summary>
[TestClass]
public sealed class CategorySecretsTests
{
    private const int Rows = 600;

    private static TabularGanTrainer.Options Quick => TestTables.Quick(1) with { MinimumCategoryRows = 5 };

    [TestMethod]
    public void Write_CategoriesOfFewRows_AreNotInTheFile() => TestTables.WithModel(Table(), Quick, model =>
    {
        var file = TabularExporter.Write(model);

        foreach (var (name, bytes) in Secrets()) Assert.AreEqual(-1, file.AsSpan().IndexOf(bytes), $"The file holds {name}.");
        Assert.IsGreaterThan(0, file.AsSpan().IndexOf("bigtown"u8), "The search must be able to find.");
        Assert.IsGreaterThan(0, file.AsSpan().IndexOf(BitConverter.GetBytes(1_357.25)), "The search must be able to find.");
    });

    [TestMethod]
    public void Write_WithAllCategoriesKept_HasThem() =>
        TestTables.WithModel(Table(), TestTables.Quick(1), model =>
        {
            var file = TabularExporter.Write(model);

            foreach (var secret in new[] { "hamlet of one", "key of one", "state of four" })
                Assert.IsGreaterThan(0, file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)), secret);
        });

    // the first four rows have what no other row has
    private static TestTable Table()
    {
        var random = new Random(8);
        int[] towns = [.. Enumerable.Range(0, Rows).Select(row => row < 4 ? -1 : random.Next(6))];
        return new TestTable(Rows)
            .Texts("Town", row => row == 0 ? "hamlet of one" : row < 4 ? "village of three" : $"bigtown {towns[row]}")
            .Texts("State", row => row < 4 ? "state of four" : $"state {towns[row] % 2}")
            .Add("Height", row => row < 4 ? 7_654.25 : 1_357.25 + 10 * towns[row])
            .Add("Code", row => row < 4 ? 87_654_321L : 1_000 + towns[row])
            .Keys(
                "Key", 9, [.. Enumerable.Range(0, 9).Select(key => key == 8 ? "key of one" : $"key {key}")],
                row => (byte)(row == 1 ? 9 : 1 + row % 8))
            .Add("Few", row => row == 2 ? 31_415_926 : row % 7)
            .Add("Opened", row => row == 3 ? new DateTime(1987, 6, 5) : new DateTime(2020, 1, 1 + row % 3))
            .Texts("Seldom", row => row < 2 ? "only two cells" : "")
            .Add("Rarely", row => row < 3 ? 44_455_566.0 : double.NaN)
            .Add("Number", _ => random.NextDouble());
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Secrets()
    {
        foreach (var text in new[] { "hamlet of one", "village of three", "state of four", "key of one", "only two cells", "87654321", "31415926" })
            yield return (text, Encoding.UTF8.GetBytes(text));
        foreach (var number in new[] { 7_654.25, 44_455_566.0, 87_654_321, 31_415_926 })
            yield return (number.ToString(CultureInfo.InvariantCulture), BitConverter.GetBytes(number));
        foreach (var whole in new[] { 87_654_321, 31_415_926, new DateTime(1987, 6, 5).Ticks })
            yield return ($"{whole}", BitConverter.GetBytes(whole));
        yield return ("31415926 in 32 bits", BitConverter.GetBytes(31_415_926));
        yield return ("the date", Encoding.UTF8.GetBytes("1987-06-05"));
    }
}
