using Microsoft.ML.Gan.Tabular;
using Microsoft.ML.Gan.Tabular.Encoding;
using Microsoft.ML.Gan.Tabular.Reading;

namespace Microsoft.ML.Gan;

/// <summary>x</summary>
public sealed partial class TabularGanTrainer
{
    internal static TabularFit Prepare(IDataView input, Options options, out TableEncoding encoding)
    {
        var table = new TableReader(options).Read(input, options.CancellationToken);
        encoding = new TableEncoding(table);
        return new TabularFit(options, encoding, TorchSharp.torch.CPU);
    }
}
