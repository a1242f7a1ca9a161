"""The other side of the benchmark of Fashion-MNIST, in PyTorch: docs/benchmarks.md has the commands.

    fashion.py features DATA FILE.onnx        trains a small classifier: the file gives its 64 features of an image
    fashion.py pictures DATA ROWS FOLDER      writes those of the first ROWS images that are trained on, and 5,000 test images
    fashion.py dcgan DATA ROWS ROUNDS FOLDER  trains a DCGAN by class on them, and writes 500 samples of each class, halfway and at the end

A folder of pictures has a folder for each class, as `gan images` reads and `gan generate --pictures` writes them.
"""

import gzip
import os
import struct
import sys
import time
import zlib

import numpy
import torch
from torch import nn

NAMES = ["T-shirt-top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]
CLASSES, PER_CLASS, LATENT, WIDTH = len(NAMES), 500, 100, 32


def read(folder, part, rows=None):
    """Images from 0 to 1, (N, 1, 28, 28), and their classes."""
    def raw(name, header):
        with gzip.open(f"{folder}/{part}-{name}-ubyte.gz") as file:
            return torch.from_numpy(numpy.frombuffer(file.read(), numpy.uint8, offset=header).copy())
    images = raw("images-idx3", 16).view(-1, 1, 28, 28).float() / 255
    return images[:rows], raw("labels-idx1", 8).long()[:rows]


def read_training(folder, rows):
    """The images that `gan fashion --rows` trains on: all but every fifth of each class."""
    images, labels = read(folder, "train", rows)
    numbers = (nn.functional.one_hot(labels).cumsum(0) - 1).gather(1, labels[:, None])[:, 0]
    return images[numbers % 5 != 4], labels[numbers % 5 != 4]


def write(folder, images, labels):
    """Grey PNG files of images from 0 to 1."""
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    for name in NAMES:
        os.makedirs(f"{folder}/{name}")
    for number, (image, label) in enumerate(zip((images * 255).round().byte(), labels)):
        rows = b"".join(b"\0" + row.numpy().tobytes() for row in image[0])
        with open(f"{folder}/{NAMES[label]}/{number:05}.png", "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 28, 28, 8, 0, 0, 0, 0)))
            file.write(chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def features(folder, path, epochs=4):
    """A classifier of two convolutions: its last hidden layer is what images are compared by."""
    torch.manual_seed(0)
    images, labels = read(folder, "train")
    body = nn.Sequential(
        nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(64 * 49, 64), nn.ReLU())
    head = nn.Linear(64, CLASSES)
    network = nn.Sequential(body, head)
    steps = epochs * (len(images) // 128)
    optimizer = torch.optim.Adam(network.parameters(), 2e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for _ in range(steps):
        chosen = torch.randint(len(images), (128,))
        loss = nn.functional.cross_entropy(network(images[chosen]), labels[chosen])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    tested, truth = read(folder, "t10k")
    with torch.no_grad():
        print(f"accuracy on test images {(network(tested).argmax(1) == truth).float().mean():.4f}")
    torch.onnx.export(
        body.eval(), tested[:2], path, input_names=["Images"], output_names=["Features"],
        dynamic_axes={"Images": {0: "N"}, "Features": {0: "N"}}, opset_version=13)


class Generator(nn.Module):
    """Radford et al. 2015, with the class's embedding beside z."""

    def __init__(self):
        super().__init__()
        self.classes = nn.Embedding(CLASSES, 16)
        self.body = nn.Sequential(
            nn.ConvTranspose2d(LATENT + 16, 2 * WIDTH, 7, bias=False), nn.BatchNorm2d(2 * WIDTH), nn.ReLU(True),
            nn.ConvTranspose2d(2 * WIDTH, WIDTH, 4, 2, 1, bias=False), nn.BatchNorm2d(WIDTH), nn.ReLU(True),
            nn.ConvTranspose2d(WIDTH, 1, 4, 2, 1), nn.Tanh())

    def forward(self, z, y):
        return self.body(torch.cat([z, self.classes(y)], 1)[:, :, None, None])


class Discriminator(nn.Module):
    """Its mirror image, with the class's embedding as another channel."""

    def __init__(self):
        super().__init__()
        self.classes = nn.Embedding(CLASSES, 28 * 28)
        self.body = nn.Sequential(
            nn.Conv2d(2, WIDTH, 4, 2, 1), nn.LeakyReLU(0.2, True),
            nn.Conv2d(WIDTH, 2 * WIDTH, 4, 2, 1, bias=False), nn.BatchNorm2d(2 * WIDTH), nn.LeakyReLU(0.2, True),
            nn.Conv2d(2 * WIDTH, 1, 7))

    def forward(self, x, y):
        return self.body(torch.cat([x, self.classes(y).view(-1, 1, 28, 28)], 1)).flatten()


def initialize(module):
    """Section 3 of the paper."""
    if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
        nn.init.normal_(module.weight, 0, 0.02)
    elif isinstance(module, nn.BatchNorm2d):
        nn.init.normal_(module.weight, 1, 0.02)


def dcgan(folder, rows, rounds, out, batch=64):
    torch.manual_seed(0)
    images, labels = read_training(folder, rows)
    images = 2 * images - 1
    generator, discriminator = Generator().apply(initialize), Discriminator().apply(initialize)
    adams = [torch.optim.Adam(player.parameters(), 2e-4, (0.5, 0.999)) for player in (discriminator, generator)]
    softplus = nn.functional.softplus
    start, busy = time.time(), time.process_time()
    for done in range(1, rounds + 1):
        chosen = torch.randint(len(images), (batch,))
        x, y = images[chosen], labels[chosen]
        fake = generator(torch.randn(batch, LATENT), y)
        objective = softplus(-discriminator(x, y)).mean() + softplus(discriminator(fake.detach(), y)).mean()
        adams[0].zero_grad()
        objective.backward()
        adams[0].step()
        objective = softplus(-discriminator(fake, y)).mean()
        adams[1].zero_grad()
        objective.backward()
        adams[1].step()
        if done % (rounds // 10) == 0:
            print(f"round {done}, {time.time() - start:.0f} s, of the processor {time.process_time() - busy:.0f} s", flush=True)
        if done in (rounds // 2, rounds):
            sample(generator, f"{out}/{done}")


def sample(generator, folder):
    labels = torch.arange(CLASSES).repeat_interleave(PER_CLASS)
    generator.eval()
    with torch.no_grad():
        images = torch.cat([generator(torch.randn(len(some), LATENT), some) for some in labels.split(500)])
    generator.train()
    write(folder, (images + 1) / 2, labels)


torch.set_num_threads(1)
verb, data, *rest = sys.argv[1:]
if verb == "features":
    features(data, *rest)
elif verb == "pictures":
    write(f"{rest[1]}/train", *read_training(data, int(rest[0])))
    write(f"{rest[1]}/test", *read(data, "t10k", 5000))
else:
    dcgan(data, int(rest[0]), int(rest[1]), rest[2])
