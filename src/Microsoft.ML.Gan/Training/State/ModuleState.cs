using TorchSharp;

namespace Microsoft.ML.Gan.Training.State;

/// <summary>The weights and buffers of a network, by their names.</summary>
internal sealed class ModuleState(torch.nn.Module network) : IResumable
{
    public void Save(StateWriter to)
    {
        foreach (var (name, tensor) in network.state_dict()) to.Write(name, tensor);
    }

    public void Load(StateReader from)
    {
        foreach (var (name, tensor) in network.state_dict()) from.ReadInto(name, tensor);
    }
}
