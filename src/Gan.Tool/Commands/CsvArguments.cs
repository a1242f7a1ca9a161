using System.CommandLine;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Forms;

namespace Gan.Tool.Commands;

/// <summary>The options that say how CSV files are written, for what reading them does not find.</summary>
internal sealed class CsvArguments
{
    private readonly Option<string[]> _columns = OptionKinds.Texts("--columns", "The columns to take; all if not given.", "a,b");
    private readonly Option<string[]> _ignored = OptionKinds.Texts("--ignore", "Columns to leave out.", "a,b");
    private readonly Option<char?> _separator = OptionKinds.Character("--separator", "What parts the cells, such as ; or tab.");
    private readonly Option<char?> _quote = OptionKinds.Character("--quote", "What cells are quoted by.");
    private readonly Option<string?> _encoding = CommandLineOptions.Encoding();
    private readonly Option<char?> _decimal = OptionKinds.Character("--decimal", "What parts decimals off: . or ,", '.', ',');
    private readonly Option<DateOrder?> _dates =
        OptionKinds.OptionalChoice<DateOrder>("--dates", "The order of day, month and year in dates such as 01/02/2024.");
    private readonly Option<string[]> _missing = OptionKinds.Texts(
        "--missing", "A text that is a missing cell in columns of text too; may be given several times.", "text");
    private readonly Option<string[]> _forms = OptionKinds.Texts(
        "--form", "What columns are: text, number, date, duration, boolean, or a format of dates such as dd/MM/yyyy.", "column=form");

    public void AddTo(Command command)
    {
        Option[] all = [_columns, _ignored, _separator, _quote, _encoding, _decimal, _dates, _missing, _forms];
        foreach (var option in all) command.Add(option);
    }

    public CsvOptions Options(ParseResult parsed) => new()
    {
        Separator = parsed.GetValue(_separator),
        Quote = parsed.GetValue(_quote),
        Encoding = parsed.GetValue(_encoding),
        DecimalMark = parsed.GetValue(_decimal),
        DateOrder = parsed.GetValue(_dates),
        Missing = parsed.GetRequiredValue(_missing),
        Forms = parsed.GetRequiredValue(_forms),
        Columns = parsed.GetRequiredValue(_columns),
        Ignored = parsed.GetRequiredValue(_ignored),
    };
}
