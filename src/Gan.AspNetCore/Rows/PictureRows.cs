using System.Buffers;

namespace Gan.AspNetCore;

/// <summary>Images as one picture.</summary>
internal sealed class PictureRows(IBufferWriter<byte> output, ImageShape shape) : RowWriter
{
    private readonly List<float[]> _images = [];

    public override void Write(RowReader row) => _images.Add(((VectorRows)row).Values.ToArray());

    public override void End() => new SampleGrid(shape, _images.Count).WritePng(_images, output);

    public override void Dispose() => _images.Clear();
}
