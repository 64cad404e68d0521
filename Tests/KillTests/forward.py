"""Passes connections on from one socket to another, until it is killed: forward.py FROM TO."""

import asyncio
import sys


async def copy(reader, writer):
    try:
        while piece := await reader.read(65536):
            writer.write(piece)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


async def take(reader, writer):
    there_reader, there_writer = await asyncio.open_unix_connection(sys.argv[2])
    await asyncio.gather(copy(reader, there_writer), copy(there_reader, writer))


async def main():
    server = await asyncio.start_unix_server(take, sys.argv[1])
    await server.serve_forever()


asyncio.run(main())
