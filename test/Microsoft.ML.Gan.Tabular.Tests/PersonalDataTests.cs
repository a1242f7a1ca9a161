using System.Text;
using Gan.Onnx;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>Columns of personal data: found, not learnt, made anew.</summary>
[TestClass]
public sealed class PersonalDataTests
{
    private const int Rows = 300;

    private static readonly TestTable Table = new TestTable(Rows)
        .Texts("First_Name", row => row < 250 ? $"Ann{(char)('a' + row % 3)}" : $"Bob{(char)('a' + row % 26)}{(char)('a' + row / 26)}")
        .Texts("Mail", row => $"{(char)('a' + row % 26)}{row / 2}@example.org")
        .Texts("Employer", row => row % 2 == 0 ? "Acme" : "Lee & May")
        .Texts("Sex", row => row % 3 == 0 ? "f" : "m");

    [TestMethod]
    public void Fit_PersonalData_IsFoundAndMadeAnew()
    {
        var log = new WarningLog();

        using var gan = log.MLContext.Gan().TrainTabular(Table, TestTables.Quick(1) with { MinimumCategoryRows = 5 });
        using var file = new MemoryStream();
        gan.Generator.Save(file);

        var bytes = file.ToArray();
        foreach (var text in Table.Texts("Mail").Concat(Table.Texts("First_Name")))
            Assert.AreEqual(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)), text);
        var rows = gan.Generator.Sample(100, seed: 2);
        Assert.IsEmpty(rows.Texts("Mail").Intersect(Table.Texts("Mail")));
        Assert.IsEmpty(rows.Texts("Employer").Except(["Acme", "Lee & May"]), "many rows share them");
        gan.Generator.PersonalData = new Maker();
        Assert.AreEqual("FirstName of row 7 of 2", gan.Generator.Sample(8, seed: 2).Texts("First_Name").Last());
        Assert.HasCount(2, log.Warnings);
        StringAssert.StartsWith(
            log.Warnings[1],
            "Column 'Mail' looks like personal data (Email), and most of its values are in few rows. It is not learnt, but made anew, as '");
        StringAssert.EndsWith(
            log.Warnings[1],
            "'. TabularGenerator.PersonalData can make it look real. " +
            "To learn it all the same, give it another role in ColumnRoles, such as Categorical.");
    }

    [TestMethod]
    public void Fit_WithRoles_MakesAnewWhatIsSaid()
    {
        var options = TestTables.Quick(1) with
        {
            MinimumCategoryRows = 5,
            ColumnRoles = new Dictionary<string, TabularColumnRole>
            {
                ["Employer"] = TabularColumnRole.Personal,
                ["Mail"] = TabularColumnRole.Identifier,
                ["First_Name"] = TabularColumnRole.Categorical,
            },
        };

        using var gan = TestTables.Train(Table, options);

        gan.Generator.PersonalData = new Maker();
        var rows = gan.Generator.Sample(50);
        Assert.AreEqual("Company of row 0 of 0", rows.Texts("Employer").First());
        StringAssert.Contains(rows.Texts("Mail").First(), "@example.org");
        Assert.IsEmpty(rows.Texts("First_Name").Except(["Anna", "Annb", "Annc"]));
    }

    [TestMethod]
    public void Fit_AColumnThatIsNoPersonalData_IsRefused()
    {
        var options = TestTables.Quick(1) with { ColumnRoles = new Dictionary<string, TabularColumnRole> { ["Sex"] = TabularColumnRole.Personal } };

        Assert.AreEqual(
            "Column 'Sex' must look like one of FirstName, LastName, FullName, UserName, Email, Phone, StreetAddress, Company, Iban, PaymentCard, " +
            "IpAddress to be Personal, by its name and its values. Rename it, as to 'full name', or use Identifier.",
            Assert.ThrowsExactly<ArgumentException>(() => TestTables.Train(Table, options)).Message);
    }

    private sealed class Maker : IPersonalData
    {
        public string Make(PersonalKind kind, PersonalRow row) => $"{kind} of row {row.Number} of {row.Seed}";
    }
}
