using System.CommandLine;
using Gan.Tool.Data.Images;

namespace Gan.Tool.Commands;

/// <summary>The options that say what a folder's pictures are made into.</summary>
internal sealed class PictureArguments
{
    private const int DefaultSize = 32;

    private readonly Option<int> _size = OptionKinds.EvenNumber("--size", "The pixels of a side that pictures are brought to.", 8, 256, DefaultSize);

    private readonly Option<ImageFit> _fit = OptionKinds.Choice(
        "--fit", "How a picture becomes a square: its middle, or all of it with white at two sides.", ImageFit.Crop);

    private readonly Option<int?> _channels = OptionKinds.OneOf(
        "--channels", "1 for grey, 3 for colours. If not given: grey if all pictures are.", 1, 3);

    public void AddTo(Command command)
    {
        command.Add(_size);
        command.Add(_fit);
        command.Add(_channels);
    }

    public PictureFormat Format(ParseResult parsed) => new(parsed.GetValue(_size), parsed.GetValue(_fit), parsed.GetValue(_channels));
}
