// Trains a GAN on points near a circle, from a preset with changes, saves its generator and prints three samples.
open System
open Microsoft.ML
open Microsoft.ML.Data
open Microsoft.ML.Gan

[<CLIMutable>]
type Point =
    { [<VectorType(2)>]
      Features: float32 array }

let near (random: Random) =
    let angle = 2.0 * Math.PI * random.NextDouble()
    let radius = 1.0 + 0.1 * random.NextDouble()
    { Features = [| float32 (radius * cos angle); float32 (radius * sin angle) |] }

let mlContext = MLContext(seed = Nullable 1)
let random = Random 1
let data = mlContext.Data.LoadFromEnumerable(List.init 1000 (fun _ -> near random))

// In C# this is: GanPresets.LeastSquares with { MaxRounds = 300, GeneratorLearningRate = 0.001 }
let options =
    GanPresets.LeastSquares
        .With((fun o -> o.MaxRounds), Nullable 300)
        .With((fun o -> o.GeneratorLearningRate), 0.001)

let gan = mlContext.Gan().Train(data, options)
gan.SaveGenerator("circle.onnx")

for sample in gan.Generator.Sample(3, seed = 7).GetColumn<float32 array>("Sample") do
    printfn $"({sample[0]:F2}, {sample[1]:F2})"

printfn $"{gan.History.Rounds} rounds"
