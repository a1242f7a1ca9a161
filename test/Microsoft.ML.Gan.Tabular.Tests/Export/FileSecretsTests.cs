using System.Globalization;
using System.Numerics;
using System.Text;
using Microsoft.ML.Gan.Tabular.Export;

namespace Microsoft.ML.Gan.Tests.Tabular.Export;

/// <summary>Searches a file as one would who wants to know the least salary, or when the youngest was born.</summary>
[TestClass]
public sealed class FileSecretsTests
{
    private const int Rows = 600;
    private static readonly long Day = TimeSpan.TicksPerDay;

    [TestMethod]
    public void Write_NumbersOfEveryType_HoldsNoValueOfOneRow() => TestTables.WithModel(Table(), TestTables.Quick(1), model =>
    {
        var file = TabularExporter.Write(model);

        foreach (var secret in Secrets())
            foreach (var (encoding, bytes) in Encodings(secret))
                Assert.AreEqual(-1, file.AsSpan().IndexOf(bytes), $"The file holds {secret} as {encoding}.");
    });

    [TestMethod]
    public void Encodings_OfAValueThatManyRowsShare_AreFound() => TestTables.WithModel(Table(), TestTables.Quick(1), model =>
    {
        var file = TabularExporter.Write(model);

        Assert.IsTrue(Encodings(777_777).Any(encoding => file.AsSpan().IndexOf(encoding.Bytes) >= 0), "The search must be able to find.");
    });

    // the first three rows have values of their own: the least, the greatest, one inside; all others lie in the range between
    private static TestTable Table()
    {
        var random = new Random(6);
        return new TestTable(Rows)
            .Add("Int16", row => row < 3 ? (short)new[] { -31_337, 31_013, 13_007 }[row] : (short)random.Next(-20_000, 20_000))
            .Add("Int32", row => row < 3 ? new[] { 1_234_577, 98_765_431, 50_505_053 }[row] : random.Next(2_000_000, 90_000_000))
            .Add("Int64", row => row < 3
                ? new[] { 4_000_123_457, 9_000_765_433, 6_060_600_013 }[row]
                : random.NextInt64(5_000_000_000, 8_000_000_000))
            .Add("UInt64", row => row < 3
                ? new ulong[] { 70_000_123_459, 90_000_765_431, 80_808_000_017 }[row]
                : 75_000_000_000 + (ulong)random.Next())
            .Add("Steps", row => row < 3 ? new[] { 120_035, 990_035, 555_035 }[row] : 1000 * random.Next(200, 900) + 35)
            .Add("Single", row => row < 3 ? new[] { -7654.321f, 8765.432f, 12.34567f }[row] : (float)random.NextDouble() * 1000)
            .Add("Double", row => row < 3 ? new[] { -1234.567891, 4321.987654, 33.3333331 }[row] : 100 * random.NextDouble())
            .Add("Cents", row => row < 3 ? new[] { 1_234.57, 98_765.43, 50_505.07 }[row] : random.Next(200_000, 9_000_000) / 100.0)
            .Add("Missing", row => row < 3
                ? new[] { 2_345_679, 97_654_321, 44_444_443.0 }[row]
                : row % 4 == 0 ? double.NaN : random.Next(3_000_000, 90_000_000))
            .Add("Born", row => row < 3
                ? new DateTime(new[] { 1901, 2009, 1955 }[row], 3, 7 + row)
                : new DateTime(1930, 1, 1).AddDays(random.Next(20_000)))
            .Add("Seen", row => row < 3
                ? new DateTime(new[] { 1991, 2033, 2011 }[row], 5, 6, 7, 8, 9 + row)
                : new DateTime(2010, 1, 1).AddSeconds(random.Next(200_000_000)))
            .Add("Moment", row => row < 3
                ? new DateTimeOffset(new[] { 1981, 2043, 2012 }[row], 4, 5, 6, 7, 8 + row, TimeSpan.FromHours(2))
                : new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.FromHours(2)).AddSeconds(random.Next(200_000_000)))
            .Add("Span", row => TimeSpan.FromSeconds(row < 3 ? new[] { 20_011, 9_999_991, 77_773 }[row] : random.Next(30_000, 9_000_000)))
            .Add("Shared", row => row % 20 == 0 ? 777_777 : random.Next(1_000_000));
    }

    private static IEnumerable<double> Secrets()
    {
        var table = Table();
        foreach (var column in table.Schema.SkipLast(1))
        {
            foreach (var text in table.Texts(column.Name).Take(3))
            {
                if (double.TryParse(text, CultureInfo.InvariantCulture, out var number))
                {
                    yield return number;
                    continue;
                }
                var ticks = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
                    ? span.Ticks
                    : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).Ticks;
                yield return ticks;
                if (column.Name is "Born" or "Seen" or "Moment") yield return ticks / Day;           // a day may be seen alone
                yield return ticks / TimeSpan.TicksPerSecond;
            }
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Encodings(double secret)
    {
        yield return ("double", BitConverter.GetBytes(secret));
        yield return ("text", Encoding.UTF8.GetBytes(secret.ToString("R", CultureInfo.InvariantCulture)));
        yield return ("hundredths", BitConverter.GetBytes(Math.Round(secret * 100)));
        if (secret != Math.Truncate(secret) || Math.Abs(secret) < 1000)
        {
            yield return ("single", BitConverter.GetBytes((float)secret));
            yield break;
        }
        yield return ("int64", BitConverter.GetBytes((long)secret));
        if (Math.Abs(secret) is > 1 << 24 and < int.MaxValue) yield return ("int32", BitConverter.GetBytes((int)secret));
        if (Math.Abs(secret) > 1 << 21) yield return ("varint", Varint((long)secret));
    }

    private static byte[] Varint(BigInteger value)
    {
        var bytes = new List<byte>();
        var rest = value < 0 ? value + (BigInteger.One << 64) : value;
        for (; rest >= 128; rest >>= 7) bytes.Add((byte)((rest & 127) | 128));
        return [.. bytes, (byte)rest];
    }
}
