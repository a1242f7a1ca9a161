namespace Gan.Tool.Benchmarks.Protocol;

/// <summary>One of the tables that papers on synthetic tables score by.</summary>
/// <param name="Name">What its files begin with.</param>
/// <param name="Label">The column to predict.</param>
/// <param name="Categories">The columns that the published splits call categories, whatever their cells look like.</param>
internal sealed record ProtocolSet(string Name, string Label, IReadOnlyList<string> Categories)
{
    /// <value>Adult, Default, Magic, Shoppers and Beijing, as TabSyn split them.</value>
    public static IReadOnlyList<ProtocolSet> All { get; } =
    [
        new("adult", "income",
            ["workclass", "education", "marital.status", "occupation", "relationship", "race", "sex", "native.country", "income"]),
        new("default", "class", ["SEX", "EDUCATION", "MARRIAGE", "PAY_0", "PAY_2", "PAY_3", "PAY_4", "PAY_5", "PAY_6", "class"]),
        new("magic", "class", ["class"]),
        new("shoppers", "Revenue", ["Month", "OperatingSystems", "Browser", "Region", "TrafficType", "VisitorType", "Weekend", "Revenue"]),
        new("beijing", "pm2.5", ["cbwd"]),
    ];

    /// <value>The file of the rows to train on.</value>
    public string TrainFile => $"{Name}_train.csv";

    /// <value>The file of the rows to test on.</value>
    public string TestFile => $"{Name}_test.csv";
}
