namespace Gan.Onnx;

/// <summary>Makes what rows are made of, some rows at a time, in their order.</summary>
internal interface IInputBlocks : IDisposable
{
    /// <summary>The next rows; null where there are no more.</summary>
    RowInputs? Next();
}
