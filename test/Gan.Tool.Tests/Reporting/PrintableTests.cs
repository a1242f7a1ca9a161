using Gan.Tool.Reporting;

namespace Gan.Tool.Tests.Reporting;

[TestClass]
public sealed class PrintableTests
{
    /// <summary>No character that a terminal obeys is left: control characters, and those that turn the direction of writing.</summary>
    [TestMethod]
    public void Of_EveryCharacter_ObeysNothing()
    {
        var printed = Printable.Of(string.Concat(Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code)));

        Assert.AreEqual(char.MaxValue + 1, printed.Length);
        Assert.IsFalse(printed.Any(c => char.IsControl(c) && c is not ('\r' or '\n')));
        Assert.AreEqual(-1, printed.IndexOfAny(['\u202E', '\u2066', '\u2028', '\u200F']));
    }

    [TestMethod]
    [DataRow("plain, äöü 日本 😀", "plain, äöü 日本 😀")]
    [DataRow("\u001b[31mred\u0007", "␛[31mred␇")]
    [DataRow("\u009b31m", "\uFFFD31m")]
    [DataRow("a\tb\0", "a␉b␀")]
    public void Of_Text_ShowsPicturesOfControlCharacters(string text, string printed) => Assert.AreEqual(printed, Printable.Of(text));
}
