using System.Net.Mime;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime;

namespace Gan.AspNetCore;

/// <summary>The outputs of a run as the protocol's JSON.</summary>
internal sealed class InferenceResult(
    string modelName, string version, string? id, IReadOnlyList<string> names, IDisposableReadOnlyCollection<OrtValue> outputs) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var owned = outputs;
        var (response, stop) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = MediaTypeNames.Application.Json;
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("model_name"u8, modelName);
        json.WriteString("model_version"u8, version);
        if (id is not null) json.WriteString("id"u8, id);
        json.WriteStartArray("outputs"u8);
        foreach (var (name, output) in names.Zip(outputs))
        {
            Write(json, name, output);
            json.Flush();
            await response.BodyWriter.FlushAsync(stop);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, OrtValue output)
    {
        var type = output.GetTensorTypeAndShape();
        var kind = TensorKind.Of(type.ElementDataType);
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteString("datatype"u8, kind.Name);
        json.WriteStartArray("shape"u8);
        foreach (var size in type.Shape) json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WritePropertyName("data"u8);
        kind.Write(json, output);
        json.WriteEndObject();
    }
}
