#!/usr/bin/env pwsh
<#
.SYNOPSIS
Restores, checks the format of, builds, tests and packs the solution; stops at the first step that fails.
.PARAMETER Configuration
Release (default) or Debug.
.PARAMETER Accelerator
The native libraries that the programs and tests run on: cpu (default) or cuda.
.PARAMETER NoTest
Leaves the tests out.
.PARAMETER PackTool
Packs the command gan as well, a package for each platform: 325 MB.
.PARAMETER Coverage
Prints what share of each class's lines the tests run.
.EXAMPLE
./build.ps1 -Configuration Debug -NoTest
#>
[CmdletBinding()]
param(
    [ValidateSet('Debug', 'Release')] [string] $Configuration = 'Release',
    [ValidateSet('cpu', 'cuda')] [string] $Accelerator = 'cpu',
    [switch] $NoTest,
    [switch] $PackTool,
    [switch] $Coverage
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

function Invoke-Step([string] $Name, [string[]] $Arguments) {
    "==> $Name"
    & dotnet @Arguments
    if ($LASTEXITCODE -ne 0) { throw "The step '$Name' failed: dotnet $Arguments gave exit code $LASTEXITCODE." }
}

# The session's own calls instead of Set-Location and its like: a test runs this script in a host without cmdlets.
$path = $ExecutionContext.SessionState.Path
$callersLocation = $path.CurrentLocation
$null = $path.SetLocation($PSScriptRoot)
try {
    $accelerated = "-p:GanAccelerator=$Accelerator"
    $built = @('-c', $Configuration, $accelerated)
    Invoke-Step 'restore' @('restore', 'Gan.sln', $accelerated)
    Invoke-Step 'format' @('format', 'Gan.sln', '--verify-no-changes', '--no-restore')
    Invoke-Step 'build' (@('build', 'Gan.sln', '--no-restore') + $built)
    if (-not $NoTest) {
        $results = "$PSScriptRoot/artifacts/coverage"
        if ([System.IO.Directory]::Exists($results)) { [System.IO.Directory]::Delete($results, $true) }
        $collect = @(if ($Coverage) { '--collect', 'Code Coverage;Format=Cobertura', '--results-directory', $results })
        Invoke-Step 'test' (@('test', 'Gan.sln', '--no-build') + $built + $collect)
    }
    if ($Coverage -and -not $NoTest) {
        Invoke-Step 'tools' @('tool', 'restore')
        Invoke-Step 'coverage' @('reportgenerator', "-reports:$results/*/*.cobertura.xml", "-targetdir:$results", '-reporttypes:TextSummary',
            '-assemblyfilters:+Gan.*;+Microsoft.ML.Gan;-*.Tests', '-filefilters:-*/obj/*', '-verbosity:Warning')
        [System.IO.File]::ReadAllText("$results/Summary.txt")
    }
    Invoke-Step 'pack' (@('pack', 'Gan.sln', '--no-build') + $built)
    if ($PackTool) { Invoke-Step 'pack the tool' (@('pack', 'src/Gan.Tool', '-p:PackTool=true') + $built) }
}
finally {
    $null = $path.SetLocation($callersLocation.Path)
}
