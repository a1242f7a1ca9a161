namespace Gan.Onnx;

/// <summary>Makes something that hands out a column's cells; a <see cref="TabularValue"/> tells it the types.</summary>
/// <typeparam name="TMade">What is made.</typeparam>
internal interface ICellMaker<out TMade>
{
    /// <summary>Cells that are made of an element of the tensor.</summary>
    TMade OfElements<TElement, TCell>(Func<TElement, TCell> toCell)
        where TElement : unmanaged;

    /// <summary>Cells that are texts.</summary>
    TMade OfTexts();
}
