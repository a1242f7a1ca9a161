using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gan.Testing;
using TorchSharp;

namespace Gan.EndToEnd.Tests.Samples;

/// <summary>The programs of docs/samples, one for each thing that a user wants.</summary>
[TestClass]
public sealed class SampleTests
{
    private const int GreatestLength = 40;
    private const int GreatestWidth = 150;

    public static IEnumerable<string[]> Names => SampleFile.Names.Select(name => new[] { name });

    /// <summary>One thread: what is printed does not depend on the machine's cores.</summary>
    [ClassInitialize]
    public static void UseOneThread(TestContext _) => torch.set_num_threads(1);

    [TestMethod]
    [DataRow("Evaluate.cs", @"^Column shapes: 0\.9\d\d, .*\n(.*\n)+  Kind +[01]\.\d{3}\n")]
    [DataRow("SampleUnderConditions.cs", @"^doctors:\n(  doctor .*\n){4}bachelors of Oslo:\n(  bachelor Oslo .*\n){4}no degree.*:\n( {11}.*\n){4}")]
    [DataRow("ServeInMLNet.cs", @"^Made from the file: (?<flower>.* wide)\n(.*\n)+Made by ML\.NET alone: \k<flower>\n")]
    [DataRow("TrainImages.cs", @"#####(.*\n)+.*300 rounds")]
    [DataRow("TrainTable.cs", @"^ +Bike +Kilometres +Minutes +Start\n(.*\n){8}Real speeds: .*\nSynthetic speeds: city .*, electric .*, racing ")]
    [DataRow("TrainVectors.cs", @"^.{36}.*##.*##.*\n(.*\n)+2,000 real points +2,000 generated ones")]
    public void Sample_Run_PrintsWhatItIsFor(string name, string printed) =>
        StringAssert.Matches(new SampleFile(name).Run(), new Regex(printed, RegexOptions.Multiline));

    [TestMethod]
    public void Samples_All_AreRunHere()
    {
        var run = typeof(SampleTests).GetMethod(nameof(Sample_Run_PrintsWhatItIsFor))!.GetCustomAttributes(typeof(DataRowAttribute), false);

        CollectionAssert.AreEqual(SampleFile.Names.ToArray(), run.Cast<DataRowAttribute>().Select(row => row.Data[0]).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Sample_Lines_AreFewAndNarrow(string name)
    {
        var lines = new SampleFile(name).Lines;

        Assert.IsLessThanOrEqualTo(GreatestLength, lines.Length);
        Assert.IsLessThanOrEqualTo(GreatestWidth, lines.Max(line => line.Length));
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Sample_Directives_NameProjectsAndPackagesOfTheSolution(string name)
    {
        var sample = new SampleFile(name);
        var packages = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion");

        Assert.IsNotEmpty(sample.Directive("project"));
        foreach (var project in sample.Directive("project")) Assert.IsTrue(Directory.Exists(Path.Combine(SampleFile.Folder, project)), project);
        CollectionAssert.IsSubsetOf(sample.Directive("package").ToList(), packages.Select(package => package.Attribute("Include")!.Value).ToList());
    }
}
