using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class AffineDependencyTests
{
    private const int Rows = 400;

    private readonly Random _random = new(1);

    [TestMethod]
    public void Find_Dozens_FollowFromPieces()
    {
        int[] pieces = [.. Enumerable.Range(0, Rows).Select(_ => _random.Next(5000))];

        var found = Find(new TestTable(Rows)
            .Add("Pieces", row => pieces[row])
            .Add("Dozens", row => row % 5 == 0 ? double.NaN : pieces[row] / 12));

        Assert.AreEqual("Dozens", found.Column.Name);
        Assert.AreEqual(1.0 / 12, found.Slope, 1e-4);
        Assert.AreEqual(-11.0 / 24, found.Offset, 0.06);                                                      // from 0 to 11 twelfths are left out
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Find_Temperatures_FahrenheitFollowsFromCelsius(bool isFahrenheitFirst)
    {
        double[] celsius = [.. Enumerable.Range(0, Rows).Select(_ => Math.Round(40 * _random.NextDouble() - 10, 1))];
        var data = new TestTable(Rows);
        if (isFahrenheitFirst) data.Add("F", Fahrenheit).Add("C", row => celsius[row]);
        else data.Add("C", row => celsius[row]).Add("F", Fahrenheit);

        var found = Find(data);

        Assert.AreEqual(("F", "C", 1.8, 320.0), (found.Column.Name, found.Source.Name, found.Slope, found.Offset));

        double Fahrenheit(int row) => Math.Round(1.8 * celsius[row] + 32, 1);
    }

    [TestMethod]
    public void Find_ColumnsThatDifferInOneRowOrByChance_AreNone()
    {
        int[] first = [.. Enumerable.Range(0, Rows).Select(_ => _random.Next(5000))];
        var data = new TestTable(Rows)
            .Add("A", row => first[row])
            .Add("OneOff", row => 2 * first[row] + (row == 77 ? 3 : 0))
            .Add("Halves", row => first[row] + row % 3 / 2.0)                                                 // A is within half a point of it
            .Add("Close", row => first[row] + _random.Next(3))
            .Add("MissingElsewhere", row => row % 9 == 0 ? double.NaN : 3 * first[row])
            .Add("FollowsThat", row => row % 7 == 0 ? double.NaN : 6 * first[row]);

        var found = AffineDependency.Find([.. TestTables.Read(data).Columns.OfType<NumberColumn>()]).Values
            .Select(dependency => $"{dependency.Column.Name} = {dependency.Slope} {dependency.Source.Name}");

        Assert.AreEqual("MissingElsewhere = 3 A, FollowsThat = 6 A", string.Join(", ", found));
    }

    private static AffineDependency Find(TestTable data) =>
        AffineDependency.Find([.. TestTables.Read(data).Columns.OfType<NumberColumn>()]).Values.Single();
}
