# Makes the files of this folder: Debian's tifffile, libtiff-tools, ImageMagick, pydicom, astropy and NumPy.
import numpy as np, tifffile, os, pydicom, shutil, warnings
warnings.simplefilter('ignore')
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from astropy.io import fits
rng=np.random.default_rng(3)
o='./'
W,H=21,18
def sm(s):
    y,x=np.mgrid[0:H,0:W]
    return (np.sin(x/7+s)*50+np.cos(y/5-s)*40+128)
rgb=np.stack([sm(i/3)+rng.normal(0,3,(H,W)) for i in range(3)],-1).clip(0,255).astype(np.uint8)
g8=(rgb[...,0]//40*40).astype(np.uint8)
g16=(sm(0)*200+rng.normal(0,40,(H,W))).clip(0,65535).astype(np.uint16)
g12=(g16>>4).astype(np.uint16)
f32=(sm(1)/7+rng.normal(0,.02,(H,W))).astype(np.float32)
bi=(sm(0)>140)
T=tifffile.imwrite; k=dict(software=False) if 'software' in T.__code__.co_varnames else {}
k=dict(metadata=None)
T(o+'plain.tif',rgb,photometric='rgb',**k); T(o+'grey16-be.tif',g16,byteorder='>',**k); T(o+'planar.tif',rgb.transpose(2,0,1),photometric='rgb',planarconfig='separate',**k)
T(o+'tiles.tif',rgb,photometric='rgb',tile=(16,16),**k); T(o+'big.tif',g16,bigtiff=True,**k); T(o+'float.tif',f32,**k); T(o+'double.tif',f32.astype(np.float64),**k); T(o+'half.tif',f32.astype(np.float16),**k); T(o+'signed.tif',(g16.astype(int)-20000).astype(np.int16),**k)
T(o+'pages.tif',np.stack([g8,g8[::-1],g8[:,::-1]]),photometric='minisblack',**k); T(o+'pages.ome.tif',np.stack([g16,g16+5]),metadata={'axes':'ZYX'},photometric='minisblack')
T(o+'zlib-differences.tif',rgb,photometric='rgb',compression='zlib',predictor=True,**k)
T(o+'bilevel.tif',bi,photometric='minisblack',**k)
S=os.system
S(f'cd {o}; tiffcp -c lzw plain.tif lzw.tif; tiffcp -c lzw:2 plain.tif lzw-differences.tif; tiffcp -c packbits grey16-be.tif packbits-be.tif; tiffcp -c packbits pages.tif packbits-pages.tif; tiffcp -c zip plain.tif zlib.tif; tiffcp -c zip:3 float.tif zlib-float.tif; tiffcp -c lzw:2 grey16-be.tif lzw-differences-be.tif; tiffcp -t -w 16 -l 16 -c lzw plain.tif lzw-tiles.tif; tiffcp -p separate -c lzw plain.tif lzw-planar.tif; tiffcp -c packbits bilevel.tif packbits-bilevel.tif; tiffcp -f lsb2msb bilevel.tif bilevel-reversed.tif')
T(o+'mosaic.dng',g12,photometric=32803,extratags=[(33421,'H',2,(2,2)),(33422,'B',4,(2,1,1,0)),(50706,'B',4,(1,4,0,0))],**k)
open(o+'rgb.ppm','wb').write(b'P6\n%d %d\n255\n'%(W,H)+rgb.tobytes()); open(o+'g8.pgm','wb').write(b'P5\n%d %d\n255\n'%(W,H)+g8.tobytes())
S(f'cd {o}; convert rgb.ppm -colors 16 -compress RLE runs4.bmp; convert g8.pgm -colors 200 -compress RLE BMP3:runs8.bmp; convert rgb.ppm -define bmp:subtype=RGB565 masks565.bmp; convert rgb.ppm -define bmp:subtype=RGB555 masks555.bmp; convert rgb.ppm BMP2:os2.bmp; convert g8.pgm -colors 16 -type Palette -compress none BMP3:four.bmp; convert bilevel.tif -type bilevel -compress none BMP3:one.bmp; convert rgb.ppm -strip colours.pam; convert bilevel.tif bits.pbm; convert bits.pbm -compress none digits.pbm; cat g8.pgm g8.pgm > two.pgm; cat rgb.ppm rgb.ppm > two.ppm')
S(f'cd {o}; convert plain.tif -compress none letters.ppm; convert grey16-be.tif -compress none letters16.pgm')
d=open(o+'letters.ppm').read().split(); open(o+'lines.ppm','w',newline='').write('P3\r\n'+d[1]+' '+d[2]+'\r\n'+d[3]+'\r\n'+''.join(x+'\r\n' for x in d[4:]))
open(o+'left.pgm','wb').write(b'P5\n%d %d\n65535\n'%(W,H)+(g12<<4).astype('>u2').tobytes())
open(o+'depth.pfm','wb').write(b'Pf\n%d %d\n-1.0\n'%(W,H)+f32[::-1].tobytes())
open(o+'colour.pfm','wb').write(b'PF\n%d %d\n1.0\n'%(W,H)+(rgb/255.).astype('>f4').tobytes())
np.save(o+'int64.npy',g16.astype(np.int64)); np.save(o+'rgb.npy',rgb); np.save(o+'fortran.npy',np.asfortranarray(g16)); np.save(o+'numbers-of-integers.npy',g16.astype(np.float64)); np.save(o+'line.npy',g16.ravel()[:50])
np.savez(o+'two.npz',x=g16,y=f32[:3]); np.savez_compressed(o+'packed.npz',x=g16,y=f32[:3])
fits.writeto(o+'signed.fits',(g16.astype(int)-20000).astype(np.int16)); fits.writeto(o+'float.fits',f32)
fits.HDUList([fits.PrimaryHDU(),fits.ImageHDU(g16)]).writeto(o+'extension.fits')
def dcm(name,arr,spp=1,frames=None,implicit=False,signed=False,stored=None,big=False):
    m=FileMetaDataset(); m.MediaStorageSOPClassUID='1.2.840.10008.5.1.4.1.1.7'; m.MediaStorageSOPInstanceUID='1.2.3'; m.TransferSyntaxUID='1.2.840.10008.1.2'+('' if implicit else '.2' if big else '.1')
    d=FileDataset(o+name,{},file_meta=m,preamble=b'\0'*128); d.is_implicit_VR=implicit; d.is_little_endian=not big
    d.PatientName='Test'; d.Modality='CT'; d.SOPClassUID=m.MediaStorageSOPClassUID; d.SOPInstanceUID='1.2.3'
    s=Dataset(); s.CodeValue='T-1'; s.is_undefined_length_sequence_item=True; q=pydicom.Sequence([s]); d.AnatomicRegionSequence=q; d['AnatomicRegionSequence'].is_undefined_length=True
    sh=arr.shape[1:] if frames else arr.shape
    d.Rows,d.Columns=sh[0],sh[1]; d.SamplesPerPixel=spp; d.PhotometricInterpretation='RGB' if spp==3 else 'MONOCHROME2'
    if spp==3: d.PlanarConfiguration=0
    if frames: d.NumberOfFrames=frames
    d.BitsAllocated=8*arr.itemsize; d.BitsStored=stored or d.BitsAllocated; d.HighBit=d.BitsStored-1; d.PixelRepresentation=int(signed)
    d.PixelData=(arr.astype(arr.dtype.newbyteorder('>')) if big else arr).tobytes(); d.save_as(o+name,write_like_original=False)
dcm('tomography.dcm',(g12.astype(int)-1024).astype(np.int16),signed=True,stored=12); dcm('implicit.dcm',g16,implicit=True); dcm('colour.dcm',rgb,spp=3); dcm('frames.dcm',np.stack([g16,g16+3,g16+9]),frames=3); dcm('big-endian.dcm',g16,big=True)
c=(W+1)//2,(H+1)//2
fr=[sm(i/5).clip(16,235).astype(np.uint8) for i in range(2)]
open(o+'chroma420.y4m','wb').write(b'YUV4MPEG2 W%d H%d F25:1 Ip A1:1 C420jpeg\n'%(W,H)+b''.join(b'FRAME\n'+f.tobytes()+f[::2,::2].tobytes()+(255-f[::2,::2]).tobytes() for f in fr))
open(o+'chroma444.y4m','wb').write(b'YUV4MPEG2 W%d H%d F25:1 Ip A1:1 C444\n'%(W,H)+b''.join(b'FRAME\n'+f.tobytes()+f.tobytes()+(255-f).tobytes() for f in fr))
for f in ('rgb.ppm','g8.pgm'): os.remove(o+f)
