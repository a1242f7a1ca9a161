namespace Gan.Onnx;

/// <summary>Makes something that hands out a column's cells; a <see cref="TabularValue"/> tells it the types.</summary>
/// <typeparam name="TMade">What is made.</typeparam>
internal interface ICellMaker<out TMade>
{
    /// <summary>Cells that are made of an element of the tensor.</summary>
    /// <typeparam name="TElement">The type of the tensor's elements.</typeparam>
    /// <typeparam name="TCell">The type of the column's cells.</typeparam>
    /// <param name="toCell">Throws <see cref="ArgumentOutOfRangeException"/> where no cell has such an element.</param>
    TMade OfElements<TElement, TCell>(Func<TElement, TCell> toCell)
        where TElement : unmanaged;

    /// <summary>Cells that are texts.</summary>
    TMade OfTexts();
}
