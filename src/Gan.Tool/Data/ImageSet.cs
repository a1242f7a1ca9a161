using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Data;

/// <summary>Images of one shape, each of one of the classes, if there are any.</summary>
internal sealed record ImageSet(ImageShape Shape, IReadOnlyList<string> ClassNames, IReadOnlyList<LabelledImage> Images)
{
    private const int HeldOutEvery = 5;

    /// <value>The classes; where there are none, null for all images.</value>
    public IReadOnlyList<string?> Groups => ClassNames.Count > 0 ? [.. ClassNames] : [null];

    /// <summary>The images of a class; all for null.</summary>
    public IEnumerable<LabelledImage> OfClass(string? className) => Images.Where(image => className is null || image.Label == className);

    /// <summary>Holds out every fifth image of each class: the measure of what nobody was trained on.</summary>
    public (ImageSet Training, ImageSet HeldOut) Split()
    {
        var parts = Groups
            .SelectMany(name => OfClass(name).Select((image, index) => (Image: image, IsHeldOut: index % HeldOutEvery == HeldOutEvery - 1)))
            .ToLookup(part => part.IsHeldOut, part => part.Image);
        return (this with { Images = [.. parts[false]] }, this with { Images = [.. parts[true]] });
    }

    /// <summary>The images as ML.NET reads them: columns Features, a vector of the images' dimensions, and Label, text.</summary>
    public IDataView ToDataView(MLContext mlContext)
    {
        var schema = SchemaDefinition.Create(typeof(LabelledImage));
        schema[nameof(LabelledImage.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Shape.Dimensions);
        return mlContext.Data.LoadFromEnumerable(Images, schema);
    }

    /// <summary>The class names in their order, from which <c>MapValueToKey</c> takes its keys.</summary>
    public IDataView ClassesView(MLContext mlContext) => mlContext.Data.LoadFromEnumerable(ClassNames.Select(name => new ClassRow { Label = name }));

    private sealed class ClassRow
    {
        public string Label { get; init; } = "";
    }
}
