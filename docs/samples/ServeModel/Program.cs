// Serves a generator's file over HTTP: dotnet run -- --Model generator.onnx
using Gan.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddProblemDetails().AddOpenApi();
builder.Services.AddGan(builder.Configuration["Model"] ?? "generator.onnx");

var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapOpenApi();
app.MapGan();
app.MapGanPage();
app.Run();
